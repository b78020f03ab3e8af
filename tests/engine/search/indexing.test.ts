import { expect, onTestFinished, test } from 'vitest';
import { searchHandlers as handlers } from '#engine/handlers/search.ts';
import { startIndexing } from '#engine/search/indexing.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { rowIdFloor } from '#engine/store/rowIds.ts';
import { checkIndex, isIndexComplete, isIndexUnchecked } from '#engine/store/searchIndex.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { spawnEngine } from '../../support/spawnEngine.ts';
import { until } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';

/** A folder with the store of a Perch that did not fold, with `count` messages. */
function storeBeforeFolding(count: number): string {
  const dir = testFolder();
  const opened = openStore(dir, { migrations: migrations.filter(({ version }) => version < 11) });
  if (!opened.ok) throw new Error('not opened');
  const db = opened.value;
  db.exec(
    `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('1', 'annadv', 'Şirin', 1, 1)`,
  );
  const text = `INSERT INTO messages (id, kind, x_id, version_x_id, role, reason, author_id, person_id, threaded, text, at,
    links, media, captured_at, unreadable) VALUES (?, 'post', ?, ?, 'wanted', 'mention', '1', '1', 1, ?, ?, '[]', '[]', 1, 0)`;
  const insert = db.prepare(text);
  db.transaction(() => {
    for (let n = 0; n < count; n += 1) {
      const at = MORNING - (count - n) * 1_000;
      insert.run(BigInt(rowIdFloor(at)), `${n}`, `${n}`, `Straße ${n} 荷物が届かない`, at);
    }
    db.exec('INSERT INTO messages_fts (rowid, text) SELECT id, text FROM messages');
  })();
  db.close();
  return dir;
}

const search = (ctx: Parameters<(typeof handlers)['search.messages']>[0], text: string) => {
  const found = handlers['search.messages'](ctx, { text, limit: 5 });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

/** A store with an index in the making, and the service that makes it. */
function startOn(dir: string) {
  const engine = testEngine(openTestDb(dir));
  const indexing = startIndexing(engine.ctx);
  onTestFinished(indexing.stop);
  return { ...engine, indexing, db: engine.ctx.db };
}

test('indexes the messages of an earlier version in batches, newest first, and says so meanwhile', async () => {
  const { ctx, clock, events, db } = startOn(storeBeforeFolding(2_500));
  expect(search(ctx, 'strasse')).toMatchObject({ items: [], incomplete: true });
  await clock.advance(1);
  expect(search(ctx, 'strasse')).toMatchObject({ incomplete: true });
  expect(search(ctx, '届か').items[0]?.message.text).toContain('Straße 2499');
  expect(search(ctx, '"strasse 0"').items).toEqual([]);
  expect(handlers['search.status'](ctx)).toMatchObject({ value: { indexed: 100, total: 2_500 } });
  await clock.advance(1_000);
  expect(handlers['search.status'](ctx)).toMatchObject({ value: { indexed: 2_500, total: 2_500 } });
  expect(search(ctx, '"strasse 0"')).toMatchObject({
    items: [{ snippet: '\u0002Straße 0\u0003 荷物が届かない' }],
  });
  expect(search(ctx, 'strasse')).not.toHaveProperty('incomplete');
  const progress = events.filter(({ name }) => name === 'search.indexing');
  expect(progress[0]?.params).toEqual({ indexed: 100, total: 2_500 });
  expect(progress.at(-1)?.params).toEqual({ indexed: 2_500, total: 2_500 });
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});

test('finds people of an earlier version by their folded names', async () => {
  const { ctx, db } = startOn(storeBeforeFolding(1));
  expect(db.prepare('SELECT folded_name FROM people').pluck().get()).toBe('sirin');
  expect(ctx.db).toBe(db);
});

test('captures, and keeps what it captures searchable, while the index is being built', async () => {
  const { ctx, clock, capture, db } = startOn(storeBeforeFolding(1_500));
  await clock.advance(1);
  await capture([
    someMessage({ text: 'brand new', at: MORNING }),
    someMessage({ text: 'long ago', at: MORNING - DAY_MS }),
  ]);
  expect(search(ctx, 'brand').items).toHaveLength(1);
  expect(search(ctx, 'ago').items).toHaveLength(0);
  await clock.advance(1_000);
  expect(search(ctx, 'ago').items).toHaveLength(1);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});

test('builds the index again if it was folded by another version', async () => {
  const { clock, db, capture, ctx } = startOn(testFolder());
  await capture([someMessage({ text: 'hello' })]);
  db.exec('UPDATE search_index SET folding = 0');
  await clock.advance(10_000);
  expect(isIndexComplete(db)).toBe(true);
  expect(search(ctx, 'hello').items).toHaveLength(1);
  expect(db.prepare('SELECT folding FROM search_index').pluck().get()).not.toBe(0);
});

test('is compared with the messages once a week, when nobody works', async () => {
  const { clock, db, capture, indexing, ctx } = startOn(testFolder());
  await capture([someMessage({ text: 'hello one' }), someMessage({ text: 'hello two' })]);
  const unicode = process.versions.unicode ?? '';
  const isUnchecked = () => isIndexUnchecked(db, 0, unicode);
  for (let minutes = 0; minutes < 12; minutes += 4) {
    await clock.advance(4 * MINUTE_MS);
    indexing.onCall('conversations.markRead');
    expect(isUnchecked()).toBe(true);
  }
  await clock.advance(3 * MINUTE_MS);
  // What windows fetch by themselves is no work.
  indexing.onCall('conversations.list');
  await clock.advance(3 * MINUTE_MS);
  expect(isUnchecked()).toBe(false);

  db.exec(`UPDATE messages SET text = 'hello changed' WHERE text = 'hello two'`);
  await clock.advance(6 * DAY_MS);
  expect(search(ctx, 'changed').items).toEqual([]);
  await clock.advance(2 * DAY_MS);
  expect(search(ctx, 'changed').items).toHaveLength(1);
  expect(search(ctx, 'two').items).toEqual([]);
  expect(checkIndex(db, MORNING, unicode)).toBe(true);
});

test('is compared again soon after a search missed a message', async () => {
  const { clock, db, capture, ctx } = startOn(testFolder());
  await capture([someMessage({ text: 'hello one' }), someMessage({ text: 'hello two' })]);
  await clock.advance(6 * MINUTE_MS);
  db.pragma('foreign_keys = OFF');
  db.exec(`DELETE FROM messages WHERE text = 'hello two'`);
  expect(search(ctx, 'hello').items).toHaveLength(1);
  await clock.advance(6 * MINUTE_MS);
  expect(isIndexComplete(db)).toBe(true);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});

test('a build goes on where a kill stopped it', async () => {
  const simulator = await startSimulator({ limits: false });
  onTestFinished(() => simulator.close());
  const total = 20_000;
  const dir = storeBeforeFolding(total);
  const args = ['--data', dir, '--x-url', simulator.url, '--poll-seconds', '0'];
  let reached = -1;
  for (const delayMs of [0, 30, 90, 200]) {
    const engine = spawnEngine(args);
    await until('the build goes on', async () => {
      const { indexed = 0 } = (await engine.call('search.status', {})) ?? {};
      const isFurther = indexed > reached;
      expect(indexed).toBeGreaterThanOrEqual(reached);
      reached = Math.max(reached, indexed);
      return isFurther;
    });
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await engine.kill();
  }
  const engine = spawnEngine(args);
  await until('the index is complete', async () => {
    const status = await engine.call('search.status', {});
    return status?.indexed === total;
  });
  await engine.end();
  const db = openTestDb(dir);
  expect(isIndexComplete(db)).toBe(true);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
  expect(
    db.prepare(`SELECT count(*) FROM messages_fts WHERE messages_fts MATCH '"strasse"'`).pluck().get(),
  ).toBe(total);
});
