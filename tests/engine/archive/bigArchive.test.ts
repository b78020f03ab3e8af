import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeBigArchive } from '../../support/bigArchive.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { startTestEngine } from '../../support/startTestEngine.ts';

const messages = Number(process.env.PERCH_ARCHIVE_SIZE ?? 2_000);
const word = (n: number) => `n${n}q`;

test('an archive made by other code is imported twice, stored once, and found by each class of query', async () => {
  const engine = await startTestEngine();
  await engine.call('capture.pollNow', {});
  const owner = engine.control.state().account;
  const path = join(testFolder(), 'big.zip');
  const { posts, dms, middle } = writeBigArchive(path, messages, owner);
  const first = await engine.call('archive.import', { path });
  expect(first).toMatchObject({ state: 'done', items: messages, posts, dms, skipped: [] });
  const again = await engine.call('archive.import', { path });
  expect(again).toMatchObject({ state: 'done', items: messages, posts: 0, dms: 0, people: 0, skipped: [] });

  const find = async (text: string, limit = 5) => {
    const { items } = await engine.call('search.messages', { text, limit });
    return items.map(({ message }) => message.text);
  };
  const [post, dm, linked] = [742, 741, 786];
  const customer = `@cust${70_000 + (post % 900)}`;
  const isPost = `${customer} the parcel ${word(post)} is <late>`;
  const isDm = `we answer ${word(dm)} in private`;
  expect(await find(word(post))).toEqual([isPost]);
  expect(await find(word(post).slice(0, -1), 100)).toContain(isPost);
  expect(await find(`"parcel ${word(post)}"`)).toEqual([isPost]);
  expect(await find(`"${word(post)} parcel"`)).toEqual([]);
  expect((await find(`${word(post)} OR ${word(dm)}`)).toSorted()).toEqual([isPost, isDm].toSorted());
  expect(await find(`${word(post)} -parcel`)).toEqual([]);
  expect(await find(`${word(dm)} kind:dm`)).toEqual([isDm]);
  expect(await find(`${word(dm)} kind:post`)).toEqual([]);
  expect(await find(`${word(post)} lang:nl`)).toEqual([isPost]);
  expect(await find(`${word(post)} lang:fr`)).toEqual([]);
  expect(await find(`${word(post)} to:${customer.slice(1)}`)).toEqual([isPost]);
  expect(await find(`${word(post)} from:${customer.slice(1)}`)).toEqual([]);
  expect(await find(`${word(linked)} has:link`)).toHaveLength(1);
  expect(await find(`${word(post)} has:link`)).toEqual([]);
  const day = new Date(middle).toISOString().slice(0, 10);
  const [before, after] = [await find(`parcel before:${day}`, 100), await find(`parcel after:${day}`, 100)];
  expect(before.length * after.length).toBeGreaterThan(0);
  expect(before.filter((text) => after.includes(text))).toEqual([]);
});
