import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { listCopies } from '#engine/store/copies.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { fillAndStop, leafPages, spoilPage } from '../../support/damagedStore.ts';
import { expectPermissions } from '../../support/platform.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

const copied = (engine: TestEngine) => engine.logLines.filter((line) => line.includes('store.copied')).length;

test('the store is copied once a day into private files of which the newest three are kept', async () => {
  const engine = await startTestEngine();
  await openConversation(engine);
  await engine.clock.advance(MINUTE_MS);
  await until('the first copy', () => copied(engine) === 1);
  await engine.clock.advance(DAY_MS - 2 * HOUR_MS);
  expect(copied(engine)).toBe(1);
  for (let day = 2; day <= 5; day += 1) {
    await engine.clock.advance(day === 2 ? 2 * HOUR_MS : DAY_MS);
    await until(`copy ${day}`, () => copied(engine) === day);
  }
  const copies = listCopies(engine.dir);
  expect(copies).toHaveLength(3);
  expect(readdirSync(join(engine.dir, 'copies'))).toHaveLength(3);
  expectPermissions(join(engine.dir, 'copies'), 0o700);
  expect(engine.clock.now() - (copies[0]?.at ?? 0)).toBeLessThan(HOUR_MS + MINUTE_MS);
  for (const { file } of copies) {
    expectPermissions(file, 0o600);
    const db = new Database(file, { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(1);
    db.close();
  }
  // Five days of a clock on which timers run every few seconds.
});

test('a damaged store is not copied over a good copy: writing ends instead', async () => {
  const engine = await startTestEngine();
  const file = await fillAndStop(engine);
  spoilPage(file, leafPages(file, 'messages')[4] ?? 0);
  await engine.restart();
  await engine.clock.advance(MINUTE_MS);
  await until('writing has stopped', () =>
    engine.logLines.some((line) => line.includes('store.writingStopped')),
  );
  expect(listCopies(engine.dir)).toEqual([]);
  expect(readdirSync(join(engine.dir, 'copies'))).toEqual([]);
  expect(await engine.fail('settings.set', { undoSeconds: 20 })).toMatchObject({ code: 'storeCorrupt' });
});

test('a copy that cannot be written is logged, and Perch goes on', async () => {
  const engine = await startTestEngine();
  writeFileSync(join(engine.dir, 'copies'), '');
  await engine.clock.advance(MINUTE_MS);
  await until('it is logged', () => engine.logLines.some((line) => line.includes('store.copyFailed')));
  await engine.call('settings.set', { undoSeconds: 20 });
});
