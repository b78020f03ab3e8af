import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkIntegrity } from '../../../tools/electron-fallback/checkIntegrity.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-integrity-test-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const pinned = `sha512-${createHash('sha512').update('pinned').digest('base64')}`;

it('accepts the pinned file', async () => {
  await writeFile(join(folder, 'file'), 'pinned');
  await expect(checkIntegrity(join(folder, 'file'), pinned)).resolves.toBeUndefined();
});

it('rejects any other file', async () => {
  await writeFile(join(folder, 'file'), 'pinned!');
  await expect(checkIntegrity(join(folder, 'file'), pinned)).rejects.toThrow('is not the pinned file');
});
