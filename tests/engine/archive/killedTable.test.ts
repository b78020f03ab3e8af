import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { openImporter } from '../../support/openImporter.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { toTable } from '../../support/someTable.ts';
import { until } from '../../support/startTestEngine.ts';

const ROWS = 1_500;

test('the import of a table whose engine is killed goes on with the next one and stores everything once', async () => {
  const { store, start } = await openImporter();
  const begun = Date.now() - 400 * DAY_MS;
  const rows = Array.from({ length: ROWS }, (_, n) => [
    String(9_000 + (n % 30)),
    n % 4 === 0 ? 'outgoing' : 'incoming',
    `ticket ${n % 30}`,
    `said ${n.toString(36)} in private`,
    new Date(begun + n * MINUTE_MS).toISOString(),
  ]);
  const path = join(testFolder(), 'messages.csv');
  writeFileSync(path, toTable([['twitter_user_id', 'direction', 'ticket', 'text', 'created_at'], ...rows]));
  const columns = { authorId: 0, direction: 1, conversation: 2, text: 3, at: 4 };
  const mapping = { columns, kind: 'dm' as const, timeZone: null, dayOrder: null };

  let engine = start();
  await engine.call('capture.pollNow', {});
  void engine.call('archive.import', { path, mapping });
  let read = 0;
  for (let kill = 0; kill < 2; kill += 1) {
    const before = read;
    const status = async () => (await engine.call('archive.status', {}))?.import;
    await until('it reads on', async () => ((await status())?.items ?? 0) > before);
    read = (await status())?.items ?? 0;
    await engine.kill();
    engine = start();
  }
  await until('it is done', async () => (await engine.call('archive.status', {}))?.import?.state === 'done');
  const status = await engine.call('archive.status', {});
  expect(status?.import).toMatchObject({ items: ROWS, dms: ROWS, skipped: [] });
  const views = await engine.call('conversations.counts', {});
  expect(views?.counts).toMatchObject({ queue: 0, open: 0 });
  const again = await engine.call('archive.import', { path });
  expect(again).toMatchObject({ state: 'done', items: ROWS, dms: 0, people: 0 });
  expect(await engine.end()).toBe(0);

  const db = new Database(store);
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  const count = `SELECT count(*) AS n, sum(threaded) AS threaded, sum(role = 'own') AS own FROM messages WHERE x_id GLOB '0*'`;
  expect(db.prepare(count).get()).toEqual({ n: ROWS, threaded: ROWS, own: ROWS / 4 });
  db.close();
});
