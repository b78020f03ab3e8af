import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPdf } from '../support/readPdf.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { storeScores } from './support/storedScores.ts';
import { storeWork } from './support/storedWork.ts';
import { choose, chooseSurveys, patiently } from './support/theWindow.ts';

/** Has the next save dialog choose a file on a dark system in a country. */
const answerDialog = (app: ElectronApplication, country: string, file: string) =>
  app.evaluate(
    ({ app: electron, dialog, nativeTheme }, [at, filePath]) => {
      nativeTheme.themeSource = 'dark';
      electron.getLocaleCountryCode = () => at;
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    [country, file] as const,
  );

async function saveByKeys(page: Page, file: string): Promise<Buffer> {
  await choose(page, 'Report on one page');
  await expect.poll(() => existsSync(file) && readFileSync(file).length > 0, patiently).toBe(true);
  await expect.poll(() => page.locator('body > article').count(), patiently).toBe(0);
  return readFileSync(file);
}

const sizes = [
  ['BE', 842],
  ['US', 792],
] as const;

/** Opens the Reports screen. */
async function openReports(userData: string) {
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  return { app, page };
}

/** Saves the report on A4 and on Letter, expects a single page of that height, and returns the text of each. */
async function saveOnBothSizes(app: ElectronApplication, page: Page, folder: string): Promise<string[]> {
  const texts: string[] = [];
  for (const [country, height] of sizes) {
    const file = path.join(folder, `${country}.pdf`);
    await answerDialog(app, country, file);
    const { pages, height: found, text } = readPdf(await saveByKeys(page, file));
    expect([pages, Math.floor(found)]).toEqual([1, height]);
    texts.push(text);
  }
  return texts;
}

test('keys save the report as a PDF file of one page of A4 or Letter, with the figures of the screen', async () => {
  const userData = freshUserData();
  await storeScores(userData);
  const { app, page } = await openReports(userData);
  await chooseSurveys(page);
  await page.getByText('160 of 240 gave a score').waitFor(patiently);
  for (const text of await saveOnBothSizes(app, page, userData)) {
    const lines = text.split('\n');
    for (const line of [
      'Harbour Help',
      '160 of 240 gave a score',
      '84% – 94% is likely',
      '144',
      'Week by week',
    ])
      expect(lines).toContain(line);
    expect(text).toMatch(/^.+\s–\s.+ · as known on .+\d:\d\d/m);
    expect(lines.at(-1)).toMatch(/tag that its conversation has now\.$/);
  }
});

test('the report on the work is one page, too, down to what its figures mean', async () => {
  const userData = freshUserData();
  await storeWork(userData);
  const { app, page } = await openReports(userData);
  await page.getByText('29 of 60 targets met').waitFor(patiently);
  for (const text of await saveOnBothSizes(app, page, userData)) {
    for (const words of ['Work report', 'Harbour Help', 'Backlog over time', 'Not resolved', 'Busiest hours'])
      expect(text).toContain(words);
    expect(text).toContain('Reuse: Replies into which');
    expect(text).toMatch(/48%\s\(36%\s–\s61%\)/);
    expect(text.trimEnd()).toMatch(/several\stags\sor\srules\.$/);
  }
});

test('a folder gets the report of the last week, and again what a folder that was gone did not', async () => {
  const userData = freshUserData();
  await storeWork(userData);
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const folder = path.join(freshUserData(), 'reports');
  mkdirSync(folder);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const group = settings.getByRole('region', { name: 'Weekly report' });
  await group.getByRole('button', { name: 'Choose…' }).focus();
  await page.keyboard.press('Enter');
  await group.getByText(/perch-work-.*-W\d\d saved/).waitFor(patiently);
  const names = readdirSync(folder).toSorted();
  expect(names).toEqual([
    expect.stringMatching(/^perch-work-\w+-\d{4}-W\d\d\.csv$/),
    expect.stringMatching(/^perch-work-\w+-\d{4}-W\d\d\.pdf$/),
  ]);
  const { pages, text } = readPdf(readFileSync(path.join(folder, names[1] ?? '')));
  expect(pages).toBe(1);
  for (const words of ['Work report', 'Harbour Help', 'Busiest hours']) expect(text).toContain(words);
  expect(readFileSync(path.join(folder, names[0] ?? ''), 'utf8').split('\n').length).toBeGreaterThan(7);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }

  // The disk goes as soon as another folder on it is chosen, and the window is hidden, as in the background.
  const away = path.join(folder, 'second');
  mkdirSync(away);
  await app.evaluate(({ dialog, BrowserWindow }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const print = window.webContents.printToPDF.bind(window.webContents);
    window.webContents.printToPDF = async (options) => {
      Object.assign(globalThis, { printedOn: window.getBackgroundColor() });
      process.getBuiltinModule('node:fs').rmSync(chosen, { recursive: true, force: true });
      window.webContents.printToPDF = print;
      return await print(options);
    };
  }, away);
  await group.getByRole('button', { name: 'Change…' }).click();
  await page.getByText(/The weekly report isn’t saved\. Couldn’t write the file/).waitFor(patiently);
  // The margins of a page are as the window behind it.
  const colours = await app.evaluate(({ BrowserWindow }) => [
    (globalThis as { printedOn?: string }).printedOn,
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  ]);
  expect(colours).toEqual(['#FFFFFF', '#141518']);
  await page.keyboard.press('Escape');
  await settings.waitFor({ ...patiently, state: 'detached' });
  mkdirSync(away);
  const retry = page.getByRole('button', { name: 'Try again now' });
  expect(await seriousFaults(page), 'banner').toEqual([]);
  await retry.focus();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await page.keyboard.press('Enter');
  await expect.poll(() => readdirSync(away).length, patiently).toBe(2);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await retry.waitFor({ ...patiently, state: 'detached' });
});
