import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { writeWhole } from '#shell/files/writeWhole.ts';
import { expectPermissions } from '../../support/platform.ts';

let dir: string;
beforeEach(() => {
  dir = path.join(mkdtempSync(path.join(tmpdir(), 'perch-files-')), 'folder');
});

test.each([true, false])('replaces a file that only its owner may read, flushed: %s', async (flush) => {
  const file = path.join(dir, 'a.json');
  await writeWhole(file, 'first', { flush });
  await writeWhole(file, 'second', { flush });
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(readdirSync(dir)).toEqual(['a.json']);
  expectPermissions(file, 0o600);
  expectPermissions(dir, 0o700);
});

test('leaves nothing half-written behind where the disk refuses', async () => {
  const file = path.join(dir, 'a.json');
  mkdirSync(file, { recursive: true });
  await expect(writeWhole(file, 'text')).rejects.toThrow();
  expect(readdirSync(dir)).toEqual(['a.json']);
});
