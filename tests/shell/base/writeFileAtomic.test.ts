import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { writeFileAtomic } from '#shell/base/writeFileAtomic.ts';
import { expectPermissions } from '../../support/platform.ts';

let dir: string;
beforeEach(() => {
  dir = path.join(mkdtempSync(path.join(tmpdir(), 'perch-files-')), 'folder');
});

test.each([true, false])('replaces a file that only its owner can read, flush: %s', async (flush) => {
  const file = path.join(dir, 'a.json');
  await writeFileAtomic(file, 'first', { flush });
  await writeFileAtomic(file, 'second', { flush });
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(readdirSync(dir)).toEqual(['a.json']);
  expectPermissions(file, 0o600);
  expectPermissions(dir, 0o700);
});

test('leaves no temporary file if the disk refuses', async () => {
  const file = path.join(dir, 'a.json');
  mkdirSync(file, { recursive: true });
  await expect(writeFileAtomic(file, 'text')).rejects.toThrow();
  expect(readdirSync(dir)).toEqual(['a.json']);
});
