import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkCopyApart } from '#engine/store/checkApart.ts';
import { readNewest } from '#engine/store/checkCopy.ts';
import { storeMessages } from '#engine/store/messages.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { overwrite } from '../../support/damagedStore.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

/** A copy of a store with a message, what is newest in it, and what the check of it logs. */
async function withCopy(script?: string) {
  const dir = testFolder();
  const db = openTestDb(dir);
  ensurePeople(db, ['1'], MORNING);
  storeMessages(db, [someMessage({ text: 'my parcel' })], MORNING);
  const newest = readNewest(db);
  const file = join(dir, 'copy.sqlite');
  await db.backup(file);
  const logged: unknown[] = [];
  const log = (event: string, facts: unknown) => void logged.push([event, facts]);
  const options = { log, ...(script === undefined ? {} : { script }) };
  return { dir, file, newest, logged, options };
}

/** The script of a thread that does this. */
function scriptThat(code: string): string {
  const file = join(testFolder(), 'thread.cjs');
  writeFileSync(file, code);
  return file;
}

test('a sound copy is told from a damaged one, and from a file that is no store', async () => {
  const { dir, file, newest, logged, options } = await withCopy();
  expect(await checkCopyApart(file, options)).toEqual({ isSound: true, newest });
  const damaged = join(dir, 'damaged.sqlite');
  copyFileSync(file, damaged);
  overwrite(damaged, 8_192, Buffer.alloc(16_384, 0xa5));
  const text = join(dir, 'text.sqlite');
  writeFileSync(
    text,
    'no database at all, and longer than the header of one, which has a hundred bytes'.repeat(9),
  );
  for (const bad of [damaged, text])
    expect(await checkCopyApart(bad, options)).toEqual({ isSound: false, newest: null });
  expect(logged).toEqual([]);
});

test('what keeps the thread from reading a copy comes back with its code', async () => {
  const { dir, options } = await withCopy();
  await expect(checkCopyApart(join(dir, 'gone', 'copy.sqlite'), options)).rejects.toThrow();
  await expect(checkCopyApart(dir, options)).rejects.toMatchObject({ code: 'SQLITE_CANTOPEN' });
});

test.each([
  ['is missing', () => join(testFolder(), 'no such script.cjs')],
  ['breaks', () => scriptThat("throw new Error('no build of SQLite');")],
  ['ends without a response', () => scriptThat('process.exit(3);')],
])('a copy is checked all the same if the script of the thread %s', async (_, toScript) => {
  const { file, newest, logged, options } = await withCopy(toScript());
  expect(await checkCopyApart(file, options)).toEqual({ isSound: true, newest });
  expect(logged).toEqual([['store.checkThreadFailed', { cause: expect.any(String) }]]);
});

test('others get their turn while a copy is checked', async () => {
  // The thread blocks for as long as the check of a large copy does.
  const script = scriptThat(`
    const { parentPort } = require('node:worker_threads');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    parentPort.postMessage({ found: { isSound: true, newest: '[1,2]' } });
  `);
  const { file, options } = await withCopy(script);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 10);
  expect(await checkCopyApart(file, options)).toEqual({ isSound: true, newest: '[1,2]' });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

test('a check that is ended throws the reason, and leaves no thread', async () => {
  const script = scriptThat(
    "require('node:worker_threads').parentPort.once('message', () => process.exit());",
  );
  const { file, logged, options } = await withCopy(script);
  const stopping = new AbortController();
  const checked = checkCopyApart(file, { ...options, signal: stopping.signal });
  stopping.abort(new Error('the engine ends'));
  await expect(checked).rejects.toThrow('the engine ends');
  expect(logged).toEqual([]);
  await expect(checkCopyApart(file, { ...options, signal: stopping.signal })).rejects.toThrow(
    'the engine ends',
  );
});

test('a check ends whenever that is asked for, also while its thread loads SQLite, and the process lives on', async () => {
  const { file, logged, options } = await withCopy();
  for (let ms = 0; ms < 200; ms += 10) {
    const stopping = new AbortController();
    const checked = checkCopyApart(file, { ...options, signal: stopping.signal });
    await Promise.race([checked, setTimeout(ms)]);
    stopping.abort(new Error('the engine ends'));
    await checked.then(
      ({ isSound }) => expect(isSound).toBe(true),
      (cause: unknown) => expect(cause).toBe(stopping.signal.reason),
    );
  }
  expect(logged).toEqual([]);
});
