import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { IMPORT_LIMIT } from '#shared/domain/libraryImport.ts';
import { openTable } from '#shell/files/openTable.ts';
import { saveText } from '#shell/files/saveText.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'perch-files-'));
});

function put(name: string, content: string | Uint8Array) {
  const file = path.join(dir, name);
  writeFileSync(file, content);
  return file;
}
const openFile = (file: string | null) => openTable(async () => file);

describe('opening a table', () => {
  test('returns name and text', async () => {
    const file = put('Réponses.csv', Buffer.from('\uFEFFtitle', 'utf16le'));
    expect(await openFile(file)).toEqual({ file: { name: 'Réponses.csv', content: 'title' } });
    expect(await openFile(put('empty.csv', ''))).toEqual({ file: { name: 'empty.csv', content: '' } });
  });

  test('does nothing if the dialog is cancelled', async () => {
    expect(await openFile(null)).toEqual({});
  });

  test('takes a file as large as the limit, and names the size of a larger one', async () => {
    const largest = await openFile(put('a.csv', 'x'.repeat(IMPORT_LIMIT)));
    expect(largest.file?.content).toHaveLength(IMPORT_LIMIT);
    expect(await openFile(put('b.csv', 'x'.repeat(IMPORT_LIMIT + 1)))).toEqual({
      error: { code: 'textTooLarge', name: 'b.csv', bytes: IMPORT_LIMIT + 1, limit: IMPORT_LIMIT },
    });
  });

  test('says what cannot be read: what is gone, and a folder', async () => {
    const gone = path.join(dir, 'gone.csv');
    expect(await openFile(gone)).toMatchObject({ error: { code: 'fileNotRead', file: gone } });
    expect(await openFile(dir)).toMatchObject({ error: { code: 'fileNotRead', file: dir } });
  });
});

describe('saving a text', () => {
  const saved = (folder: string | null, content = 'é') =>
    saveText(async (name, { extension }) => folder && path.join(folder, `${name}.${extension}`), {
      name: 'All',
      format: 'csv',
      content,
    });

  test('writes it in UTF-8 as it is, and returns the name', async () => {
    expect(await saved(dir, '\uFEFFé;€\r\n')).toEqual({ savedAs: 'All.csv' });
    expect(readFileSync(path.join(dir, 'All.csv'), 'utf8')).toBe('\uFEFFé;€\r\n');
  });

  test('does nothing if the dialog is cancelled, and says which file a disk refused', async () => {
    expect(await saved(null)).toEqual({});
    const file = path.join(dir, 'gone', 'All.csv');
    expect(await saved(path.join(dir, 'gone'))).toMatchObject({ error: { code: 'fileNotSaved', file } });
  });
});
