import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { err, ok } from '#shared/result.ts';
import { saveWeeklyReport } from '#shell/printing/saveWeeklyReport.ts';
import { writeNewFiles } from '#shell/printing/writeNewFiles.ts';

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'perch-shell-weekly-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const name = 'perch-work-harbour-2026-W47';
const period = { from: 0, to: 1 };

/** What the engine says while a week is due in a folder. */
const dueIn = (folder: string): EngineOutput<'weeklyReport.get'> => ({
  folder,
  weekday: 1,
  hour: 8,
  due: { week: '2026-W47', period, before: period, name },
  written: null,
  failure: null,
});

const saverOf = (folder: string) => ({
  get: async () => ok(dueIn(folder)),
  toPdf: async () => Buffer.from('PDF'),
});
const input = { week: '2026-W47', table: 'a;b' };

test('writes page and table of the week that is due, and nothing else', async () => {
  const folder = newFolder();
  expect(await saveWeeklyReport(saverOf(folder), input)).toEqual({ savedAs: name });
  expect(readdirSync(folder).toSorted()).toEqual([`${name}.csv`, `${name}.pdf`]);
  expect(readFileSync(path.join(folder, `${name}.pdf`), 'utf8')).toBe('PDF');
  expect(readFileSync(path.join(folder, `${name}.csv`), 'utf8')).toBe('a;b');
});

test('does nothing for a week that is not due', async () => {
  const folder = newFolder();
  expect(await saveWeeklyReport(saverOf(folder), { ...input, week: '2026-W46' })).toEqual({});
  expect(readdirSync(folder)).toEqual([]);
});

test('says what the engine says where that does not know', async () => {
  const saver = { ...saverOf(newFolder()), get: async () => err({ code: 'engineGone' } as const) };
  expect(await saveWeeklyReport(saver, input)).toEqual({ error: { code: 'engineGone' } });
});

test('never writes over another file, also where only one of the two is there', async () => {
  const folder = newFolder();
  writeFileSync(path.join(folder, `${name}.csv`), 'mine');
  expect(await saveWeeklyReport(saverOf(folder), input)).toEqual({ savedAs: `${name}-2` });
  expect(await saveWeeklyReport(saverOf(folder), input)).toEqual({ savedAs: `${name}-3` });
  expect(readFileSync(path.join(folder, `${name}.csv`), 'utf8')).toBe('mine');
});

test('a folder that is gone is an error and is not created', async () => {
  const folder = path.join(newFolder(), 'away');
  expect(await saveWeeklyReport(saverOf(folder), input)).toMatchObject({
    error: {
      code: 'fileNotSaved',
      file: path.join(folder, `${name}.pdf`),
      detail: expect.stringMatching(/ENOENT/),
    },
  });
  expect(readdirSync(path.dirname(folder))).toEqual([]);
});

test('a page that cannot be printed leaves nothing', async () => {
  const folder = newFolder();
  const saver = { ...saverOf(folder), toPdf: () => Promise.reject(new Error('no printer')) };
  expect(await saveWeeklyReport(saver, input)).toMatchObject({ error: { detail: 'no printer' } });
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that cannot be written leaves none of the others', async () => {
  const folder = newFolder();
  // A name of more than 255 bytes is one that no file system takes; the first one still fits.
  const contents = { pdf: Buffer.from('PDF'), ['x'.repeat(240)]: Buffer.from('a') };
  await expect(writeNewFiles(folder, 'report', contents)).rejects.toThrow(/ENAMETOOLONG/);
  expect(readdirSync(folder)).toEqual([]);
});
