import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEngine } from '#engine/engine.ts';
import type { EngineOptions } from '#engine/engineOptions.ts';
import { STORE_FILE } from '#engine/store/open.ts';
import { isDamage, toStoreError } from '#engine/store/storeError.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { contradictIndex, fillAndStop, leafPages, overwrite, spoilPage } from '../../support/damagedStore.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { testOptions } from '../../support/testOptions.ts';

/** Opens the workspace of a test engine that has stopped; what it returns is not stopped by itself. */
function reopen(test: TestEngine, more: Partial<EngineOptions> = {}) {
  const opened = createEngine({
    ...testOptions,
    dataDir: test.dir,
    xUrl: test.simulator.url,
    clock: test.clock,
    log: () => {},
    pollSeconds: 0,
    timeoutMs: 400,
    ...more,
  });
  if (opened.ok) onTestFinished(opened.value.stop);
  return opened;
}

const leaveOpen = (test: TestEngine) => writeFileSync(join(test.dir, 'store.open'), '1\n');

describe('a file that cannot be opened', () => {
  const kinds: readonly [string, (file: string) => void, object][] = [
    ['a header of noise', (file) => overwrite(file, 0, Buffer.alloc(100, 0xff)), { code: 'storeCorrupt' }],
    ['a first page of noise', (file) => spoilPage(file, 1), { code: 'storeCorrupt' }],
    ['a damaged schema', (file) => overwrite(file, 100, Buffer.alloc(400, 0xff)), { code: 'storeCorrupt' }],
    ['text instead of a store', (file) => writeFileSync(file, 'x'.repeat(9_000)), { code: 'storeCorrupt' }],
    ['zeros', (file) => writeFileSync(file, Buffer.alloc(40_960)), { code: 'storeCorrupt' }],
    ['no file', (file) => rmSync(file), { code: 'storeMissing' }],
    ['an empty file', (file) => truncateSync(file), { code: 'storeMissing' }],
    ['an empty database', (file) => emptyDatabase(file), { code: 'storeMissing' }],
  ];
  test.each(kinds)('%s is reported, left as it is, and never opened as new', async (_, damage, error) => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 20);
    damage(file);
    const before = existsSync(file) ? readFileSync(file) : null;
    expect(reopen(engine)).toMatchObject({ ok: false, error: { file, copyAt: null, ...error } });
    expect(existsSync(file) ? readFileSync(file) : null).toEqual(before);
  });

  test.each(kinds)('%s: the newest copy is offered and restored', async (_, damage) => {
    const engine = await startTestEngine();
    engine.control.mention({ from: 'anna', text: 'kept' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(60_000);
    await until('it is copied', () => engine.logLines.some((line) => line.includes('store.copied')));
    const file = await fillAndStop(engine, 5);
    damage(file);
    const failed = reopen(engine);
    expect(failed).toMatchObject({ ok: false, error: { copyAt: expect.any(Number) } });
    const restored = reopen(engine, { recover: 'copy' });
    if (!restored.ok) throw new Error(restored.error.code);
    expect(await restored.value.handle('conversations.counts', {})).toMatchObject({
      value: { counts: { all: 1 } },
    });
  });

  test('a reply that was on its way when the copy was made is not sent again by itself', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await engine.send(id, 'On it', 'public', 120_000);
    await engine.clock.advance(60_000);
    await until('it is copied', () => engine.logLines.some((line) => line.includes('store.copied')));
    await engine.clock.advance(60_000);
    await until('it is sent', async () => (await engine.entry(outboxId))?.state === 'sent');
    await engine.engine.stop();
    truncateSync(join(engine.dir, STORE_FILE));
    engine.engine = unwrap(reopen(engine, { recover: 'copy' }));
    expect((await engine.entry(outboxId))?.state).toBe('unknown');
    await engine.clock.advance(300_000);
    await until('it is found', async () => (await engine.entry(outboxId))?.state === 'sent');
    expect(engine.control.state().sentPosts).toHaveLength(1);
  });

  test.each(['copy', 'salvage', 'new'] as const)(
    'an undamaged store is not replaced by %s',
    async (recover) => {
      const engine = await startTestEngine();
      const file = await fillAndStop(engine, 5);
      engine.engine = unwrap(reopen(engine, { recover }));
      expect((await engine.call('conversations.counts', {})).counts.all).toBe(5);
      expect(existsSync(file)).toBe(true);
      expect(readdirSync(engine.dir).filter((name) => name.startsWith('perch-damaged'))).toEqual([]);
    },
  );

  test('a store of a newer Perch is not replaced either', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 5);
    const db = new Database(file);
    db.pragma('user_version = 99');
    db.close();
    expect(reopen(engine, { recover: 'new' })).toMatchObject({ error: { code: 'storeFromFuture' } });
  });

  test('starts anew only where a person has chosen it, and keeps the old file', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 5);
    spoilPage(file, 1);
    const fresh = reopen(engine, { recover: 'new' });
    expect(fresh.ok).toBe(true);
    expect(existsSync(join(engine.dir, 'perch-damaged-20261123T090000Z.sqlite'))).toBe(true);
  });
});

function emptyDatabase(file: string): void {
  rmSync(file);
  const db = new Database(file);
  db.exec('CREATE TABLE t (a); DROP TABLE t');
  db.close();
}

describe('damaged pages', () => {
  test('found at the first read end all writing, and what is readable stays readable', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine);
    for (const page of leafPages(file, 'messages').slice(3, 5)) spoilPage(file, page);
    engine.engine = unwrap(reopen(engine));
    const { items } = await engine.call('conversations.list', { view: 'all', limit: 100 });
    const found = await Promise.all(items.map(({ id }) => engine.engine.handle('conversations.get', { id })));
    expect(found.some(({ ok }) => ok)).toBe(true);
    const failed = found.find(({ ok }) => !ok);
    expect(failed).toMatchObject({ error: { code: 'storeCorrupt', file, reading: true, copyAt: null } });
    const before = readFileSync(file);
    const settings = await engine.fail('settings.set', { undoSeconds: 20 });
    expect(settings).toMatchObject({ code: 'storeCorrupt', reading: true });
    expect(await engine.fail('capture.pollNow', {})).toMatchObject({ code: 'storeCorrupt' });
    const { sources } = await engine.call('capture.status', {});
    for (const source of sources) expect(source.error).toMatchObject({ code: 'storeCorrupt' });
    await engine.engine.stop();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('are found at opening after an unclean end', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine);
    for (const page of leafPages(file, 'messages').slice(3, 5)) spoilPage(file, page);
    leaveOpen(engine);
    engine.engine = unwrap(reopen(engine));
    expect(await engine.fail('settings.set', { undoSeconds: 20 })).toMatchObject({ code: 'storeCorrupt' });
    expect((await engine.call('conversations.counts', {})).counts.all).toBeGreaterThan(0);
    await engine.engine.stop();
    expect(existsSync(join(engine.dir, 'store.open'))).toBe(true);
  });

  test('a search index that contradicts the messages does not end writing', async () => {
    const cause = Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT_VTAB' });
    expect(isDamage(cause)).toBe(false);
    expect(toStoreError('/w', cause)).toMatchObject({ code: 'rowDamaged' });
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 5);
    const db = new Database(file);
    db.pragma('foreign_keys = OFF');
    db.exec('UPDATE messages SET id = id + 1000000');
    db.close();
    engine.engine = unwrap(reopen(engine));
    await engine.engine.handle('search.messages', { text: 'message' });
    await engine.call('settings.set', { undoSeconds: 20 });
  });

  test('a search index that contradicts itself is built again, and neither a crash nor a backup ends writing', async () => {
    const engine = await startTestEngine();
    const file = await fillAndStop(engine, 40);
    contradictIndex(file);
    leaveOpen(engine);
    engine.engine = unwrap(reopen(engine));
    await engine.call('settings.set', { undoSeconds: 20 });
    expect(await engine.call('backups.make', {})).toMatchObject({ bytes: expect.any(Number) });
    await engine.call('settings.set', { undoSeconds: 30 });
    const search = async () => (await engine.call('search.messages', { text: 'message', limit: 50 })).items;
    await engine.engine.handle('search.messages', { text: 'message' });
    await engine.clock.advance(10 * MINUTE_MS);
    await expect.poll(async () => (await search()).length).toBe(40);
  });

  test('do not stop an undamaged store after an unclean end', async () => {
    const engine = await startTestEngine();
    await fillAndStop(engine, 5);
    leaveOpen(engine);
    engine.engine = unwrap(reopen(engine));
    await engine.call('settings.set', { undoSeconds: 20 });
    await engine.engine.stop();
    expect(existsSync(join(engine.dir, 'store.open'))).toBe(false);
  });
});

function unwrap(opened: ReturnType<typeof createEngine>) {
  if (!opened.ok) throw new Error(`did not open: ${JSON.stringify(opened.error)}`);
  return opened.value;
}
