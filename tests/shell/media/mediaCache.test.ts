import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type MediaCache, openMediaCache } from '#shell/media/mediaCache.ts';

let dir: string;
let cache: MediaCache;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'perch-media-'));
  cache = openMediaCache(dir);
});

const names = (folder: string) => readdirSync(path.join(dir, folder));

/** Caches a picture of ten such bytes, written at a time in epoch seconds. */
async function put(address: string, byte: number, at: number): Promise<void> {
  const picture = Buffer.alloc(10, byte);
  await cache.put(address, picture);
  const hash = createHash('sha256').update(picture).digest('hex');
  utimesSync(path.join(dir, 'contents', hash), at, at);
}

test('removes the oldest pictures beyond the limit, with their addresses', async () => {
  await put('a', 1, 100);
  await put('b', 2, 200);
  await cache.prune(15);
  expect(names('contents')).toHaveLength(1);
  expect(names('addresses')).toHaveLength(1);
  expect(await cache.get('a')).toBeNull();
  expect(await cache.get('b')).toEqual(new Uint8Array(Buffer.alloc(10, 2)));
});

test('prunes an empty cache', async () => {
  await expect(cache.prune(0)).resolves.toBeUndefined();
});

test('ignores a picture that cannot be written', async () => {
  const occupied = path.join(dir, 'file');
  writeFileSync(occupied, '');
  const nowhere = openMediaCache(occupied);
  await nowhere.put('a', Buffer.alloc(10));
  expect(await nowhere.get('a')).toBeNull();
});
