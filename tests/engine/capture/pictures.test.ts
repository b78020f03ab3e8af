import { expect, test } from 'vitest';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import { MORNING, someMessage, someUser } from '../../support/builders.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

const old = 'https://pbs.twimg.com/profile_images/1/a_normal.jpg';
const renewed = 'https://pbs.twimg.com/profile_images/2/b_normal.jpg';
const standIn = 'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png';

async function capture(engine: TestEngine, pictureUrl: string | null, at: number) {
  await engine.capture([someMessage({ at })], [someUser('1', { pictureUrl })]);
  const listed = handlers['conversations.list'](engine.ctx, { view: 'all', limit: 1 });
  const row = listed.ok ? listed.value.items[0] : undefined;
  const read = handlers['conversations.get'](engine.ctx, { id: row?.id ?? '', limit: 1 });
  const author = read.ok ? read.value.messages[0]?.author : undefined;
  return [row?.person.pictureUrl, author?.pictureUrl];
}

test('the profile picture is that of the newest capture, in lists and histories', async () => {
  const engine = testEngine();
  expect(await capture(engine, null, MORNING - 9_000)).toEqual([undefined, undefined]);
  expect(await capture(engine, old, MORNING - 8_000)).toEqual([old, old]);
  expect(await capture(engine, renewed, MORNING - 7_000)).toEqual([renewed, renewed]);
});

test('the stand-in of X is no picture, and takes the place of an earlier one', async () => {
  const engine = testEngine();
  await capture(engine, old, MORNING - 9_000);
  expect(await capture(engine, standIn, MORNING - 8_000)).toEqual([undefined, undefined]);
});
