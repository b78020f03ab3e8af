import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openImporter } from '../../support/openImporter.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { loseLastTransactions } from '../../support/powerCut.ts';
import { newLayout, someItems } from '../../support/someArchive.ts';
import type { SpawnedEngine } from '../../support/spawnEngine.ts';
import { until } from '../../support/startTestEngine.ts';
import { writeZip } from '../../support/writeZip.ts';

const sizes = { posts: 1_500, people: 40, messages: 20 };

/** How many items an engine has reported as read. */
function countRead({ lines }: SpawnedEngine): number {
  const progress = lines.flatMap((line) => {
    const { method, params } = JSON.parse(line);
    return method === 'archive.progress' ? [params.items as number] : [];
  });
  return Math.max(0, ...progress);
}

test('an import whose engine is killed goes on with the next one and stores everything once', async () => {
  const { store, start, owner } = await openImporter();
  const path = writeZip(
    join(testFolder(), 'archive.zip'),
    newLayout(someItems({ ...sizes, owner }), { owner }),
  );

  let engine = start();
  await engine.call('capture.pollNow', {});
  void engine.call('archive.import', { path });
  let read = 0;
  for (let kill = 0; kill < 3; kill += 1) {
    const before = read;
    await until('it reads on', () => countRead(engine) > before);
    read = countRead(engine);
    await engine.kill();
    engine = start();
  }
  await until('it is done', async () => (await engine.call('archive.status', {}))?.import?.state === 'done');
  const status = await engine.call('archive.status', {});
  expect(status?.import).toMatchObject({ items: 2_300, posts: 1_500, dms: 800, skipped: [] });
  const found = await engine.call('search.messages', { text: 'wordkl', limit: 10 });
  expect(found?.items.map(({ message }) => message.text)).toEqual([
    'dm wordkl from us',
    '@customer1 sorry & thanks, post wordkl',
  ]);
  const views = await engine.call('conversations.counts', {});
  expect(views?.counts).toMatchObject({ queue: 0, open: 0, resolved: 40 });
  expect(await engine.end()).toBe(0);

  const db = new Database(store);
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  expect(
    db.prepare('SELECT kind, count(*) AS n FROM messages WHERE threaded = 1 GROUP BY kind').all(),
  ).toEqual([
    { kind: 'dm', n: 800 },
    { kind: 'post', n: 1_500 },
  ]);
  db.close();
});

test('an import that is killed while the messages of one person are threaded in slices threads all of them', async () => {
  const { store, start, owner } = await openImporter();
  const items = someItems({ posts: 0, people: 1, messages: 3_000, owner });
  const path = writeZip(join(testFolder(), 'archive.zip'), newLayout(items, { owner }));
  const countThreaded = () => {
    const db = new Database(store, { readonly: true });
    const n = db.prepare('SELECT count(*) FROM messages WHERE threaded = 1').pluck().get();
    db.close();
    return Number(n);
  };

  let engine = start();
  await engine.call('capture.pollNow', {});
  void engine.call('archive.import', { path });
  await until('it threads', () => countThreaded() > 0);
  await engine.kill();
  engine = start();
  await until('it is done', async () => (await engine.call('archive.status', {}))?.import?.state === 'done');
  const views = await engine.call('conversations.counts', {});
  expect(views?.counts).toMatchObject({ queue: 0, open: 0 });
  expect(await engine.end()).toBe(0);
  const db = new Database(store, { readonly: true });
  const text =
    'SELECT count(*) AS n, min(threaded) AS threaded, count(conversation_id) AS within FROM messages';
  expect(db.prepare(text).get()).toEqual({ n: 3_000, threaded: 1, within: 3_000 });
  db.close();
});

test('an import that a power cut takes the last batches from reads them again and stores everything once', async () => {
  const { store, start, owner } = await openImporter();
  const items = someItems({ posts: 1_000, people: 100, messages: 20, owner });
  const path = writeZip(join(testFolder(), 'archive.zip'), newLayout(items, { owner }));
  const getState = () => {
    const db = new Database(store, { readonly: true });
    const text = `SELECT part, item, progress ->> 'items' AS items, (SELECT count(*) FROM messages) AS stored FROM archive_imports`;
    const state = db.prepare<[], { part: number; item: number; items: number; stored: number }>(text).get();
    db.close();
    return state ?? { part: 0, item: 0, items: 0, stored: 0 };
  };

  let engine = start();
  await engine.call('capture.pollNow', {});
  void engine.call('archive.import', { path });
  await until('it reads private messages', () => getState().items > 2_000);
  await engine.kill();
  const before = getState();
  loseLastTransactions(store, 4);
  const after = getState();
  expect(before.stored - after.stored).toBeGreaterThan(0);
  expect(after.items).toBe(after.stored);

  engine = start();
  await until('it is done', async () => (await engine.call('archive.status', {}))?.import?.state === 'done');
  const status = await engine.call('archive.status', {});
  expect(status?.import).toMatchObject({ items: 3_000, posts: 1_000, dms: 2_000, skipped: [] });
  const views = await engine.call('conversations.counts', {});
  expect(views?.counts).toMatchObject({ queue: 0, open: 0, resolved: 100 });
  expect(await engine.end()).toBe(0);
  const db = new Database(store, { readonly: true });
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  const text =
    'SELECT kind, count(*) AS n, count(DISTINCT x_id) AS ids FROM messages WHERE threaded = 1 GROUP BY kind';
  expect(db.prepare(text).all()).toEqual([
    { kind: 'dm', n: 2_000, ids: 2_000 },
    { kind: 'post', n: 1_000, ids: 1_000 },
  ]);
  db.close();
});
