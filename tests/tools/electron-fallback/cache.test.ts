import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cacheFolder, ensurePart, partPath } from '../../../tools/electron-fallback/cache.ts';

let home = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'perch-cache-test-'));
  vi.stubEnv('XDG_CACHE_HOME', home);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

function write(text: string): (folder: string) => Promise<void> {
  return (folder) => writeFile(join(folder, 'file'), text);
}

it('builds a part once and returns it from then on', async () => {
  const first = await ensurePart('part', write('first'));
  const second = await ensurePart('part', write('second'));
  expect(second).toBe(first);
  expect(await readFile(join(second, 'file'), 'utf8')).toBe('first');
});

it('leaves nothing behind when a build fails, and builds the part the next time', async () => {
  const fail = async (folder: string) => {
    await writeFile(join(folder, 'half'), 'half');
    throw new Error('the download broke off');
  };
  await expect(ensurePart('part', fail)).rejects.toThrow('the download broke off');
  expect(await readdir(cacheFolder())).toEqual([]);
  await ensurePart('part', write('whole'));
  expect(await readdir(partPath('part'))).toEqual(['file']);
});

it('returns the same complete part to two concurrent builds', async () => {
  const parts = await Promise.all([ensurePart('part', write('a')), ensurePart('part', write('b'))]);
  expect(new Set(parts).size).toBe(1);
  expect(await readFile(join(parts[0], 'file'), 'utf8')).toMatch(/^[ab]$/);
  expect(await readdir(cacheFolder())).toEqual(['part']);
});

it('removes the leftovers of an exited process and not those of a running one', async () => {
  const dead = join(cacheFolder(), `.making-${spawnSync(process.execPath, ['-e', '']).pid}-x`);
  const living = join(cacheFolder(), `.making-${process.ppid}-x`);
  await mkdir(dead, { recursive: true });
  await mkdir(living);
  await ensurePart('part', write('whole'));
  expect(existsSync(dead)).toBe(false);
  expect(existsSync(living)).toBe(true);
});
