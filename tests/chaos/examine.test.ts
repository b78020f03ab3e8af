import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore, STORE_FILE } from '#engine/store/open.ts';
import { run } from '#engine/store/sql.ts';
import { childSource, type EngineProcess, startEngineProcess } from '../../scripts/chaos/engineProcess.ts';
import { examineAnswers, examineStore } from '../../scripts/chaos/examine.ts';
import { answer } from '../../scripts/chaos/live.ts';
import { settle } from '../../scripts/chaos/settle.ts';
import { beginStory, type Story } from '../../scripts/chaos/story.ts';

const faultless = { lost: 0, doubled: 0, astray: 0, unknownLeft: 0 };

/** A run in which nothing goes wrong: two people write, and both are answered. */
async function begin(): Promise<{ readonly story: Story; readonly engine: EngineProcess }> {
  // The highest number stands for no trouble, in public, with everybody.
  const story: Story = { ...(await beginStory(1, 2)), random: () => 0.999 };
  onTestFinished(() => story.end());
  for (const from of story.people) story.written.set(story.control.mention({ from, text: 'Hi' }).id, from);
  const engine = await startEngineProcess(childSource);
  onTestFinished(() => engine.kill());
  engine.go({ dataDir: story.dir, xUrl: story.url, offsetMs: 0 });
  await engine.call('capture.pollNow', {});
  await answer(story, engine, 'plain', 1);
  await settle(story, engine);
  expect(story.confirmed.size).toBe(2);
  expect(await examineAnswers(story, engine)).toEqual(faultless);
  return { story, engine };
}

const post = ({ url }: Story, body: object) =>
  fetch(`${url}/2/tweets`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-token', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('an answer that is doubled, lost, astray or left open is noticed', async () => {
  const { story, engine } = await begin();
  const [text = '', address] = [...story.sent][0] ?? [];
  const [anna = '', bob = ''] = story.written.keys();
  const entries = await engine.call('outbox.list', {});
  const says = (items: readonly object[]) =>
    examineAnswers(story, { call: async () => ({ items }) as never });

  expect(await says((entries?.items ?? []).slice(1))).toMatchObject({ lost: 1, doubled: 1 });
  expect(await says((entries?.items ?? []).map((one) => ({ ...one, state: 'unknown' })))).toEqual({
    ...faultless,
    unknownLeft: 2,
  });
  story.confirmed.add('said to be safe');
  expect(await examineAnswers(story, engine)).toEqual({ ...faultless, lost: 1 });
  story.confirmed.delete('said to be safe');

  story.sent.set(text, { channel: 'dm', handle: address?.handle ?? '' });
  expect(await examineAnswers(story, engine)).toEqual({ ...faultless, astray: 1 });
  story.sent.set(text, { channel: 'public', handle: address?.handle ?? '' });

  const other = story.written.get(anna) === address?.handle ? bob : anna;
  await post(story, { text: `${text}`, reply: { in_reply_to_tweet_id: other } });
  expect(await examineAnswers(story, engine)).toEqual({ ...faultless, doubled: 1, astray: 1 });
});

test('a message that is lost, and a store that is broken, are noticed', async () => {
  const { story, engine } = await begin();
  await engine.call('capture.pollNow', {});
  expect(await engine.end()).toBe(true);
  expect(examineStore(story)).toEqual({ lost: 0, doubled: 0, broken: 0 });
  const opened = openStore(story.dir);
  if (!opened.ok) throw new Error('not opened');
  run(
    opened.value,
    `UPDATE messages SET conversation_id = NULL WHERE id = (SELECT max(id) FROM messages WHERE role = 'wanted')`,
  );
  run(
    opened.value,
    `UPDATE messages SET role = 'context' WHERE id = (SELECT max(id) FROM messages WHERE role = 'own')`,
  );
  opened.value.close();
  expect(examineStore(story)).toEqual({ lost: 2, doubled: 0, broken: 0 });
  const file = join(story.dir, STORE_FILE);
  writeFileSync(file, readFileSync(file).fill(0xff, 8_192, 12_288));
  expect(examineStore(story)).toMatchObject({ broken: 1 });
});
