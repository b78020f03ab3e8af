import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from '#engine/engine.ts';
import type { EngineOptions } from '#engine/engineOptions.ts';
import type { Serve } from '#engine/handlers/serve.ts';
import { readWhileChecking } from '#engine/readWhileChecking.ts';
import { STORE_FILE } from '#engine/store/open.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { HOUR_MS } from '#shared/time.ts';
import { fillAndStop, leafPages, spoilPage } from '../../support/damagedStore.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { spawnEngine } from '../../support/spawnEngine.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { testOptions } from '../../support/testOptions.ts';

/** Every store is large enough. */
const long = { longCheckBytes: 0 };
const storeOf = ({ dir }: TestEngine) => join(dir, STORE_FILE);
const marker = ({ dir }: TestEngine) => join(dir, 'store.open');
const isLogged = ({ logLines }: TestEngine, event: string) =>
  logLines.some((line) => line.includes(`"${event}"`));
const stateOf = async (engine: TestEngine) =>
  (await engine.call('capture.status', {})).sources.map(({ error }) => error?.code ?? null);

/** Opens the workspace again as after a process that did not close it. */
async function crash(engine: TestEngine, more: Partial<EngineOptions> = long, meanwhile = () => {}) {
  engine.events.splice(0);
  engine.logLines.splice(0);
  await engine.restart(more, () => {
    meanwhile();
    writeFileSync(marker(engine), '1\n');
  });
}

test('a large store that was not closed is read at once, and commands are carried out once it is checked', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  await crash(engine);
  const resolving = engine.call('conversations.setStatus', { id, status: 'resolved' });
  const polling = engine.call('capture.pollNow', {});
  expect(new Set(await stateOf(engine))).toEqual(new Set(['storeChecking']));
  const { conversation } = await engine.call('conversations.get', { id });
  expect(conversation.status).toBe('new');
  const before = engine.control.state().requests;
  expect((await engine.call('search.messages', { text: 'parcel' })).items).toHaveLength(1);
  expect(isLogged(engine, 'store.checkedAfterCrash')).toBe(false);
  expect(engine.control.state().requests).toEqual(before);

  await resolving;
  await polling;
  expect((await engine.call('conversations.get', { id })).conversation.status).toBe('resolved');
  expect(new Set(await stateOf(engine))).toEqual(new Set([null]));
  expect(engine.events[0]).toEqual({ name: 'store.checked', params: {} });
  expect(engine.events).toContainEqual({ name: 'conversations.changed', params: { ids: [id] } });
  expect(isLogged(engine, 'store.checkedAfterCrash')).toBe(true);
  expect(isLogged(engine, 'store.checkThreadFailed')).toBe(false);
  await engine.engine.stop();
  expect(existsSync(marker(engine))).toBe(false);
});

test('a workspace without an account is read at once, too, and X is not asked who it is before the end of the check', async () => {
  const engine = await startTestEngine();
  await engine.call('system.info', {});
  const { requests } = engine.control.state();
  const forgetAccount = () => {
    const db = new Database(storeOf(engine));
    db.exec('DELETE FROM account');
    db.close();
  };
  await crash(engine, long, forgetAccount);
  expect(await engine.call('system.info', {})).toMatchObject({ account: null });
  expect(engine.control.state().requests).toEqual(requests);
  expect(isLogged(engine, 'store.checkedAfterCrash')).toBe(false);
});

test('a restore is announced at once', async () => {
  const engine = await startTestEngine();
  await openConversation(engine, 'anna', 'my parcel');
  const { name, at } = await engine.call('backups.make', {});
  await crash(engine);
  await engine.call('backups.announceRestore', { name });
  expect(isLogged(engine, 'store.checkedAfterCrash')).toBe(false);
  expect((await engine.call('system.info', {})).restored).toEqual({ at, isDone: false, wayBackAt: null });
});

test('what a killed engine wrote last is read at once', async () => {
  const engine = await startTestEngine();
  await openConversation(engine, 'anna', 'my parcel');
  await engine.engine.stop();
  const killed = spawnEngine(['--data', engine.dir, '--poll-seconds', '0']);
  await killed.call('tags.create', { name: 'just before' });
  await killed.kill();
  expect(statSync(join(engine.dir, `${STORE_FILE}-wal`)).size).toBeGreaterThan(0);
  await crash(engine);
  const { items } = await engine.call('tags.list', {});
  expect(items.map(({ name }) => name)).toEqual(['just before']);
  expect(isLogged(engine, 'store.checkedAfterCrash')).toBe(false);
  await engine.call('tags.create', { name: 'right after' });
  expect((await engine.call('tags.list', {})).items).toHaveLength(2);
  expect(isLogged(engine, 'store.checkedAfterCrash')).toBe(true);
});

test('what was asked before the end of the check is done to its end', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  const folder = testFolder();
  await crash(engine);
  const path = join(folder, 'many.json');
  // The check is over long before the last of them.
  const exports = Array.from({ length: 300 }, (_, n) =>
    engine.call('conversations.export', { ids: [id], format: 'json', path: join(folder, `${n}.json`) }),
  );
  await engine.call('tags.create', { name: 'right after' });
  const written = await Promise.all(exports);
  expect(written.every(({ isCancelled }) => !isCancelled)).toBe(true);
  expect(readdirSync(folder)).toHaveLength(300);
  await engine.call('conversations.export', { ids: [id], format: 'json', path });
});

test('a damaged one is read, and not written, neither before nor after its check', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  const file = await fillAndStop(engine);
  const [page = 0] = leafPages(file, 'activities');
  spoilPage(file, page);
  const spoiled = readFileSync(file);
  await crash(engine);
  const refused = engine.fail('conversations.setStatus', { id, status: 'resolved' });
  const parcels = async () => (await engine.call('search.messages', { text: 'parcel' })).items.length;
  expect(await parcels()).toBe(1);
  // What is damaged says so.
  expect(await engine.fail('conversations.get', { id })).toMatchObject({ code: 'storeCorrupt' });
  expect(await refused).toMatchObject({ code: 'storeCorrupt', reading: true });
  expect(await parcels()).toBe(1);
  expect(new Set(await stateOf(engine))).toEqual(new Set(['storeCorrupt']));
  await engine.engine.stop();
  expect(readFileSync(file).equals(spoiled)).toBe(true);
  expect(readFileSync(marker(engine), 'utf8')).toBe('damaged\n');
});

test('one that cannot be opened after its check goes on being read, and says why', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  await crash(engine);
  const refused = engine.fail('conversations.setStatus', { id, status: 'resolved' });
  for (const end of ['', '-wal', '-shm']) renameSync(storeOf(engine) + end, `${storeOf(engine)}${end}.away`);
  expect(await refused).toMatchObject({ code: 'storeMissing', reading: true });
  expect(new Set(await stateOf(engine))).toEqual(new Set(['storeMissing']));
  expect(engine.events).toContainEqual({ name: 'store.checked', params: {} });
  expect((await engine.call('search.messages', { text: 'parcel' })).items).toHaveLength(1);
  expect(await engine.fail('tags.create', { name: 'later' })).toMatchObject({ code: 'storeMissing' });
  expect(existsSync(storeOf(engine))).toBe(false);
});

test('nothing is written if another engine may have taken the workspace meanwhile', async () => {
  const engine = await startTestEngine();
  await openConversation(engine, 'anna', 'my parcel');
  await crash(engine);
  rmSync(join(engine.dir, 'lock.sqlite'));
  expect(await engine.fail('tags.create', { name: 'twice' })).toMatchObject({ code: 'workspaceInUse' });
  expect((await engine.call('tags.list', {})).items).toEqual([]);
  expect(new Set(await stateOf(engine))).toEqual(new Set(['workspaceInUse']));
});

test('who listens only after the check hears what was emitted before', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  await engine.call('conversations.snooze', { id, until: engine.clock.now() + HOUR_MS });
  await engine.engine.stop();
  await engine.clock.advance(2 * HOUR_MS);
  writeFileSync(marker(engine), '1\n');
  const { simulator, clock, dir } = engine;
  const opened = createEngine({
    ...testOptions,
    ...long,
    dataDir: dir,
    xUrl: simulator.url,
    clock,
    log: () => {},
    pollSeconds: 0,
    timeoutMs: 400,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(opened.value.stop);
  await opened.value.handle('tags.create', { name: 'after the check' });
  const names: string[] = [];
  opened.value.onEvent(({ name }) => names.push(name));
  expect(names).toContain('conversations.returned');
  expect(names).toContain('store.checked');
});

test('an export that began before the end of the check can be cancelled after it', async () => {
  let cancel = (_: Result<unknown, AppError>) => {};
  const cancelled = new Promise<Result<unknown, AppError>>((resolve) => {
    cancel = resolve;
  });
  const toRunning = (handle: Serve) => ({ handle, onEvent: () => () => {}, stop: async () => {} });
  const engine = readWhileChecking({
    reading: toRunning(async (method) => {
      if (method === 'conversations.export') return await cancelled;
      cancel(ok('cancelled'));
      return ok({});
    }),
    check: async () => {},
    open: () => ok(toRunning(async () => ok({}))),
    release: () => {},
  });
  const exporting = engine.handle('conversations.export', {});
  await engine.handle('tags.create', { name: 'right after' });
  await engine.handle('conversations.cancelExport', {});
  expect(await exporting).toEqual(ok('cancelled'));
});

test('one that is closed before the end of the check is checked again', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  await crash(engine);
  const { engine: closed } = engine;
  await closed.stop();
  expect(await closed.handle('conversations.setStatus', { id, status: 'resolved' })).toEqual(
    err({ code: 'engineGone' }),
  );
  expect(existsSync(marker(engine))).toBe(true);
  await engine.restart(long);
  await until('it is checked', () => isLogged(engine, 'store.checkedAfterCrash'));
  await engine.call('conversations.setStatus', { id, status: 'resolved' });
});

test('what waits is carried out before the end', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  await crash(engine);
  const resolving = engine.call('conversations.setStatus', { id, status: 'resolved' });
  const tagging = engine.call('tags.create', { name: 'Late', colour: 'green' });
  await engine.engine.stop();
  await Promise.all([resolving, tagging]);
  expect(existsSync(marker(engine))).toBe(false);
  await engine.restart();
  expect((await engine.call('conversations.get', { id })).conversation.status).toBe('resolved');
  expect((await engine.call('tags.list', {})).items.map(({ name }) => name)).toContain('Late');
});

test('replies that were waiting go out once, after the check', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const outboxId = await engine.send(id, 'We are on it', 'public', HOUR_MS);
  await crash(engine);
  expect((await engine.entry(outboxId))?.status.kind).toBe('held');
  await engine.clock.advance(HOUR_MS);
  expect(engine.control.state().sentPosts).toHaveLength(0);
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(HOUR_MS);
  await expect.poll(async () => (await engine.entry(outboxId))?.status.kind).toBe('sent');
  expect(engine.control.state().sentPosts).toHaveLength(1);
});

test('nobody is read who was erased after the state that came back', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  const { person } = (await engine.call('conversations.get', { id })).conversation;
  const { name } = await engine.call('backups.make', {});
  await engine.call('people.erase', { id: person.id, handle: person.handle, deletesBackups: false });
  await crash(engine, long, () => {
    const file = join(engine.dir, STORE_FILE);
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
    copyFileSync(join(engine.dir, 'copies', name), file);
  });
  expect((await engine.call('search.messages', { text: 'parcel' })).items).toEqual([]);
  expect(isLogged(engine, 'people.erasedAgain')).toBe(true);
  expect(isLogged(engine, 'store.checkedAfterCrash')).toBe(false);
});

test.each([
  ['a small one', { longCheckBytes: undefined }, true],
  ['one that was closed', long, false],
])('%s is opened at once', async (_, options, isCrashed) => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  if (isCrashed) await crash(engine, options);
  else await engine.restart(options);
  expect(new Set(await stateOf(engine))).toEqual(new Set([null]));
  await engine.call('conversations.setStatus', { id, status: 'resolved' });
  expect(isLogged(engine, 'store.checkedAfterCrash')).toBe(false);
});
