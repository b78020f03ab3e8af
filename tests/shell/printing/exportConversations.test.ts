import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { EngineInput } from '#shared/contract/engine.ts';
import { err, ok } from '#shared/result.ts';
import { exportConversations } from '#shell/printing/exportConversations.ts';
import { expectPermissions } from '../../support/platform.ts';

const selection = { name: 'Conversation', ids: ['c1'], language: 'nl', delimiter: ';' } as const;
const input = { ...selection, ids: [...selection.ids] };
const written = { conversations: 1, messages: 2, missingPictures: 1, isCancelled: false };
const folder = () => mkdtempSync(path.join(tmpdir(), 'perch-shell-export-'));
const pagesFolder = path.join(folder(), 'below', 'printing');

/** An engine that writes what it was asked for. */
function fakeEngine() {
  const calls: EngineInput<'conversations.export'>[] = [];
  const write = async (wanted: EngineInput<'conversations.export'>) => {
    calls.push(wanted);
    writeFileSync(wanted.path, wanted.format);
    return ok(written);
  };
  return { calls, write };
}
const toPdf = async (file: string) => Buffer.from(`PDF of ${readFileSync(file, 'utf8')}`);

test.each(['json', 'csv', 'html'] as const)('the ending %s says the format', async (format) => {
  const { calls, write } = fakeEngine();
  const file = path.join(folder(), `a.${format.toUpperCase()}`);
  const output = await exportConversations({ choose: async () => file, write, toPdf, pagesFolder }, input);
  expect(output).toEqual({ savedAs: path.basename(file), missingPictures: 1 });
  expect(calls).toEqual([{ ids: ['c1'], language: 'nl', delimiter: ';', format, path: file }]);
});

test.each(['a.pdf', 'a'])('%s becomes a PDF of the page, which is gone afterwards', async (name) => {
  const { calls, write } = fakeEngine();
  const dir = folder();
  const output = await exportConversations(
    { choose: async () => path.join(dir, name), write, toPdf, pagesFolder },
    input,
  );
  expect(output).toEqual({ savedAs: 'a.pdf', missingPictures: 1 });
  expect(readFileSync(path.join(dir, 'a.pdf'), 'utf8')).toBe('PDF of html');
  expect(calls[0]?.path).toMatch(/below.printing.page-\w+.page\.html$/);
  expect(readdirSync(pagesFolder)).toEqual([]);
  expectPermissions(pagesFolder, 0o700);
});

test('nothing is written if the dialog or the export is cancelled, or fails', async () => {
  const dir = folder();
  const choose = async () => path.join(dir, 'a.pdf');
  const { calls, write } = fakeEngine();
  expect(await exportConversations({ choose: async () => null, write, toPdf, pagesFolder }, input)).toEqual(
    {},
  );
  expect(calls).toEqual([]);
  const cancelled = async () => ok({ ...written, isCancelled: true });
  expect(await exportConversations({ choose, write: cancelled, toPdf, pagesFolder }, input)).toEqual({});
  const error = { code: 'notFound', what: 'conversation', id: 'c1' } as const;
  expect(
    await exportConversations({ choose, write: async () => err(error), toPdf, pagesFolder }, input),
  ).toEqual({
    error,
  });
  const noPdf = () => Promise.reject(new Error('ENOSPC: no space left on device'));
  expect(await exportConversations({ choose, write, toPdf: noPdf, pagesFolder }, input)).toEqual({
    error: { code: 'fileNotSaved', file: path.join(dir, 'a.pdf'), detail: expect.stringContaining('ENOSPC') },
  });
  expect(readdirSync(dir)).toEqual([]);
  expect(readdirSync(pagesFolder)).toEqual([]);
});

test('a page that cannot be written is said', async () => {
  const dir = folder();
  const choose = async () => path.join(dir, 'a.pdf');
  const inTheWay = path.join(dir, 'printing');
  writeFileSync(inTheWay, 'a file');
  const { write } = fakeEngine();
  expect(await exportConversations({ choose, write, toPdf, pagesFolder: inTheWay }, input)).toMatchObject({
    error: { code: 'fileNotSaved', file: path.join(dir, 'a.pdf') },
  });
});
