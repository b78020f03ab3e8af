import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockWorkspace } from '#engine/store/workspaceLock.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { expectPermissions } from '../../support/platform.ts';

const lockModule = resolve(import.meta.dirname, '../../../src-main/engine/store/workspaceLock.ts');

/** Another process that holds the lock until it is killed. */
async function holdElsewhere(dir: string): Promise<ChildProcess> {
  const script = `import { lockWorkspace } from ${JSON.stringify(lockModule)};
    const lock = lockWorkspace(${JSON.stringify(dir)});
    setInterval(() => {}, 1000);
    console.log(lock.ok);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [said] = await once(child.stdout, 'data');
  expect(String(said).trim()).toBe('true');
  return child;
}

test('only one process at a time can lock a workspace', async () => {
  const dir = testFolder();
  const child = await holdElsewhere(dir);
  expect(lockWorkspace(dir)).toEqual({
    ok: false,
    error: { code: 'workspaceInUse', dir, pid: child.pid },
  });
});

test('only its owner can read the lock', () => {
  const dir = testFolder();
  const lock = lockWorkspace(dir);
  expectPermissions(join(dir, 'lock.sqlite'), 0o600);
  if (lock.ok) lock.value.release();
});

test('the lock of a killed process is released at once', async () => {
  const dir = testFolder();
  const child = await holdElsewhere(dir);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = lockWorkspace(dir);
  expect(lock.ok).toBe(true);
  if (lock.ok) lock.value.release();
});

test('a second lock in the same process fails until the first is released', () => {
  const dir = testFolder();
  const first = lockWorkspace(dir);
  expect(lockWorkspace(dir)).toMatchObject({ ok: false, error: { pid: process.pid } });
  if (first.ok) first.value.release();
  const again = lockWorkspace(dir);
  expect(again.ok).toBe(true);
  if (again.ok) again.value.release();
});

test('a lock whose file was deleted or replaced says that it is lost', () => {
  const dir = testFolder();
  const first = lockWorkspace(dir);
  if (!first.ok) throw new Error(first.error.code);
  expect(first.value.check()).toBeNull();
  rmSync(join(dir, 'lock.sqlite'));
  expect(first.value.check()).toEqual({ code: 'workspaceInUse', dir, pid: process.pid });
  const second = lockWorkspace(dir, 4711);
  expect(second.ok).toBe(true);
  expect(first.value.check()).toEqual({ code: 'workspaceInUse', dir, pid: 4711 });
  first.value.release();
  expect(readFileSync(join(dir, 'engine.pid'), 'utf8')).toBe('4711\n');
  if (second.ok) second.value.release();
});
