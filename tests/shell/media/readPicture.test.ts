import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FILE_LIMIT_BYTES } from '#shared/domain/replyFile.ts';
import { readPicture } from '#shell/media/readPicture.ts';

const write = (content: Buffer) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'perch-choose-')), 'box.png');
  writeFileSync(file, content);
  return file;
};

const toContent = (parts: readonly string[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part, 'base64')));

test('reads a picture in parts that fit into one call', async () => {
  const content = Buffer.alloc(4_500_001, 'abc');
  const { name, parts } = await readPicture(write(content));
  expect(name).toBe('box.png');
  expect(parts).toHaveLength(3);
  expect(toContent(parts).equals(content)).toBe(true);
});

test('reads no more of a huge file than tells that it is too large', async () => {
  const { parts } = await readPicture(write(Buffer.alloc(FILE_LIMIT_BYTES + 1_000)));
  expect(toContent(parts)).toHaveLength(FILE_LIMIT_BYTES + 1);
});

test('gives an unreadable file without content, which is no picture', async () => {
  expect(await readPicture('/nowhere/box.png')).toEqual({ name: 'box.png', parts: [''] });
});
