import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openZip, type Zip, ZipDamage } from '#engine/archive/zip/openZip.ts';
import { zipLimits } from '#engine/archive/zip/zipLimits.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { toZip, writeZip, type ZipFile } from '../../support/writeZip.ts';

const KB = 1_024;
const limits = { ...zipLimits, wanted: 5, entryBytes: 100 * KB, freeBytes: 10 * KB };
const isWanted = (name: string) => name.endsWith('.js');

const open = (files: readonly ZipFile[], dir = testFolder()) =>
  openZip(writeZip(join(dir, 'a.zip'), files), isWanted, limits);

async function opened(files: readonly ZipFile[]): Promise<Zip> {
  const zip = await open(files);
  if (!zip.ok) throw new Error(`did not open: ${zip.error.detail}`);
  return zip.value;
}

async function readAll(zip: Zip, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip.read(name)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const good = { name: 'data/good.js', content: 'good' };

test('a zip lists what is wanted, and reads it whether it is packed or not', async () => {
  const stored = { name: 'b/é 🐦.js', content: 'x'.repeat(50 * KB), isStored: true };
  const zip = await opened([good, stored, { name: 'c.jpg', content: 'picture' }]);
  expect(zip.entries).toEqual([
    { name: 'data/good.js', bytes: 4 },
    { name: 'b/é 🐦.js', bytes: 50 * KB },
  ]);
  expect(zip.skipped).toEqual([]);
  expect(await readAll(zip, 'data/good.js')).toBe('good');
  expect(await readAll(zip, 'b/é 🐦.js')).toBe(stored.content);
  zip.close();
});

const LINK = 0o120777;
const refused: [what: string, file: ZipFile, reason: string][] = [
  ['leads above its folder', { name: '../evil.js', content: 'x' }, 'unsafeName'],
  ['leads above its folder on its way', { name: 'data/../../evil.js', content: 'x' }, 'unsafeName'],
  ['begins at the root', { name: '/tmp/evil.js', content: 'x' }, 'unsafeName'],
  ['names a drive', { name: 'C:/evil.js', content: 'x' }, 'unsafeName'],
  ['names a drive of its folder', { name: 'C:evil.js', content: 'x' }, 'unsafeName'],
  ['names a stream of a file', { name: 'a.js:evil.js', content: 'x' }, 'unsafeName'],
  ['has backslashes', { name: '..\\evil.js', content: 'x' }, 'unsafeName'],
  ['names a share', { name: '\\\\host\\evil.js', content: 'x' }, 'unsafeName'],
  ['has a line break in its name', { name: 'a\n.js', content: 'x' }, 'unsafeName'],
  ['has no name', { name: '', content: 'x' }, 'unsafeName'],
  ['has an endless name', { name: `${'a'.repeat(2_000)}.js`, content: 'x' }, 'unsafeName'],
  ['is a link', { name: 'link.js', content: '/etc/passwd', mode: LINK }, 'link'],
  ['is encrypted', { name: 'secret.js', content: 'x', flags: 1 }, 'encrypted'],
  ['is packed in a way of its own', { name: 'bzip2.js', content: 'x', method: 12 }, 'unknownCompression'],
  ['declares more than is read of one', { name: 'big.js', content: 'x', bytes: 101 * KB }, 'tooLarge'],
  ['unpacks to hundreds of times its size', { name: 'bomb.js', content: '0'.repeat(90 * KB) }, 'tooLarge'],
  ['has the name of another', { ...good, content: 'other' }, 'duplicateName'],
  ['is a zip itself', { name: 'inner.zip', content: toZip([good]) }, 'nestedZip'],
];

describe('a file in a zip that', () => {
  test.each(refused)('%s is not opened', async (_, file, reason) => {
    const zip = await opened([good, file]);
    expect(zip.entries).toEqual([{ name: 'data/good.js', bytes: 4 }]);
    expect(zip.skipped).toMatchObject([{ reason }]);
    expect(await readAll(zip, 'data/good.js')).toBe('good');
    zip.close();
  });

  test.each([
    ['has a wrong checksum', { name: 'a.js', content: 'xy'.repeat(2 * KB), crc: 1 }],
    ['unpacks to more than it declares', { name: 'a.js', content: 'xy'.repeat(20 * KB), bytes: 9 * KB }],
    ['unpacks to less than it declares', { name: 'a.js', content: 'xy', bytes: 9 * KB }],
    ['is no packed data', { name: 'a.js', content: 'never packed', isStored: true, method: 8 }],
  ])('%s is not intact', async (_, file) => {
    const zip = await opened([good, file]);
    expect(await zip.isIntact('data/good.js')).toBe(true);
    expect(await zip.isIntact('a.js')).toBe(false);
    await expect(readAll(zip, 'a.js')).rejects.toThrow(ZipDamage);
    zip.close();
  });
});

test('reading stops as soon as a file has more than it declares', async () => {
  const zip = await opened([{ name: 'a.js', content: Buffer.alloc(4_000 * KB, 'ab'), bytes: 9 * KB }]);
  let bytes = 0;
  const read = async () => {
    for await (const chunk of zip.read('a.js')) bytes += chunk.length;
  };
  await expect(read()).rejects.toThrow(ZipDamage);
  expect(bytes).toBeLessThanOrEqual(9 * KB);
  zip.close();
});

describe('a file is refused', () => {
  test('that is not there, or a folder', async () => {
    const dir = testFolder();
    expect(await openZip(join(dir, 'none.zip'), isWanted)).toMatchObject({ error: { kind: 'unreadable' } });
    expect(await openZip(dir, isWanted)).toMatchObject({ error: { kind: 'unreadable' } });
  });

  test('that is no zip', async () => {
    const path = join(testFolder(), 'a.zip');
    for (const content of ['', 'PK', 'window.YTD = 1', '<html>'.repeat(9_000)]) {
      writeFileSync(path, content);
      expect(await openZip(path, isWanted)).toMatchObject({ error: { kind: 'notZip' } });
    }
  });

  test('that is cut off', async () => {
    const path = writeZip(join(testFolder(), 'a.zip'), [good]);
    truncateSync(path, 60);
    expect(await openZip(path, isWanted)).toMatchObject({ error: { kind: 'damaged' } });
  });

  test('that unpacks to hundreds of times its size in all', async () => {
    const files = Array.from({ length: 4 }, (_, n) => ({ name: `${n}.js`, content: '0'.repeat(9 * KB) }));
    const path = writeZip(join(testFolder(), 'a.zip'), files);
    const problem = { error: { kind: 'tooLarge' } };
    expect(await openZip(path, isWanted, { ...limits, freeTotal: 20 * KB, ratio: 40 })).toMatchObject(
      problem,
    );
    expect(await openZip(path, isWanted, { ...limits, freeTotal: 40 * KB, ratio: 40 })).toMatchObject({
      ok: true,
    });
  });

  test('with more files than an archive can have', async () => {
    const files = Array.from({ length: 6 }, (_, n) => ({ name: `${n}.js`, content: 'x' }));
    expect(await open(files)).toMatchObject({ error: { kind: 'tooLarge' } });
    const unsafe = Array.from({ length: 6 }, (_, n) => ({ name: `../${n}`, content: 'x' }));
    expect(await open(unsafe)).toMatchObject({ error: { kind: 'tooLarge' } });
    const path = writeZip(join(testFolder(), 'a.zip'), [good, good]);
    expect(await openZip(path, isWanted, { ...limits, entries: 1 })).toMatchObject({
      error: { kind: 'tooLarge' },
    });
  });
});

test('nothing is written beside the zip', async () => {
  const dir = join(testFolder(), 'a', 'b');
  mkdirSync(dir, { recursive: true });
  const zip = await open(refused.map(([, file]) => file).slice(0, 4), dir);
  if (zip.ok) zip.value.close();
  expect(readdirSync(dir)).toEqual(['a.zip']);
  expect(readdirSync(dirname(dir))).toEqual(['b']);
  expect(existsSync('/tmp/evil.js')).toBe(false);
});
