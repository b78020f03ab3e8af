import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore, STORE_FILE } from '#engine/store/open.ts';
import { run } from '#engine/store/sql.ts';
import { checkReplies, checkStore } from '../../scripts/chaos/checkResults.ts';
import { childSource, type EngineProcess, startEngineProcess } from '../../scripts/chaos/engineProcess.ts';
import { createScenario, type Scenario } from '../../scripts/chaos/scenario.ts';
import { settle } from '../../scripts/chaos/settle.ts';
import { sendReplies } from '../../scripts/chaos/workload.ts';

const clean = { lost: 0, duplicated: 0, misplaced: 0, unresolved: 0 };

/** A run without faults: two people write, and both get a reply. */
async function startCleanRun(): Promise<{ readonly scenario: Scenario; readonly engine: EngineProcess }> {
  // With the highest random number there is no fault, and every reply is public.
  const scenario: Scenario = { ...(await createScenario(1, 2)), random: () => 0.999 };
  onTestFinished(() => scenario.close());
  for (const from of scenario.people)
    scenario.written.set(scenario.control.mention({ from, text: 'Hi' }).id, from);
  const engine = await startEngineProcess(childSource);
  onTestFinished(() => engine.kill());
  engine.open({ dataDir: scenario.dir, xUrl: scenario.url, offsetMs: 0 });
  await engine.call('capture.pollNow', {});
  await sendReplies(scenario, engine, 'plain', 1);
  await settle(scenario, engine);
  expect(scenario.confirmed.size).toBe(2);
  expect(await checkReplies(scenario, engine)).toEqual(clean);
  return { scenario, engine };
}

const post = ({ url }: Scenario, body: object) =>
  fetch(`${url}/2/tweets`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-token', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('detects replies that are duplicated, lost, misplaced or unresolved', async () => {
  const { scenario, engine } = await startCleanRun();
  const [text = '', destination] = [...scenario.requested][0] ?? [];
  const [anna = '', bob = ''] = scenario.written.keys();
  const entries = await engine.call('outbox.list', {});
  const checkWith = (items: readonly object[]) =>
    checkReplies(scenario, { call: async () => ({ items }) as never });

  expect(await checkWith((entries?.items ?? []).slice(1))).toMatchObject({ lost: 1, duplicated: 1 });
  expect(await checkWith((entries?.items ?? []).map((entry) => ({ ...entry, state: 'unknown' })))).toEqual({
    ...clean,
    unresolved: 2,
  });
  scenario.confirmed.add('never sent');
  expect(await checkReplies(scenario, engine)).toEqual({ ...clean, lost: 1 });
  scenario.confirmed.delete('never sent');

  scenario.requested.set(text, { channel: 'dm', handle: destination?.handle ?? '' });
  expect(await checkReplies(scenario, engine)).toEqual({ ...clean, misplaced: 1 });
  scenario.requested.set(text, { channel: 'public', handle: destination?.handle ?? '' });

  const other = scenario.written.get(anna) === destination?.handle ? bob : anna;
  await post(scenario, { text, reply: { in_reply_to_tweet_id: other } });
  expect(await checkReplies(scenario, engine)).toEqual({ ...clean, duplicated: 1, misplaced: 1 });
});

test('detects lost messages and a damaged store', async () => {
  const { scenario, engine } = await startCleanRun();
  await engine.call('capture.pollNow', {});
  expect(await engine.stop()).toBe(true);
  expect(checkStore(scenario)).toEqual({ lost: 0, duplicated: 0, broken: 0 });
  const opened = openStore(scenario.dir);
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
  expect(checkStore(scenario)).toEqual({ lost: 2, duplicated: 0, broken: 0 });
  const file = join(scenario.dir, STORE_FILE);
  writeFileSync(file, readFileSync(file).fill(0xff, 8_192, 12_288));
  expect(checkStore(scenario)).toMatchObject({ broken: 1 });
});
