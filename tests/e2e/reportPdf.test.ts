import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPdf } from '../support/readPdf.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { storeScores } from './support/storedScores.ts';
import { storeWork } from './support/storedWork.ts';
import { chooseSurveys, patiently } from './support/theWindow.ts';

/** Has the next save dialog choose a file on a dark system in a country. */
const choose = (app: ElectronApplication, country: string, file: string) =>
  app.evaluate(
    ({ app: electron, dialog, nativeTheme }, [at, filePath]) => {
      nativeTheme.themeSource = 'dark';
      electron.getLocaleCountryCode = () => at;
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    [country, file] as const,
  );

async function saveByKeys(page: Page, file: string): Promise<Buffer> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().fill('Report on one page');
  await page.keyboard.press('Enter');
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
    await choose(app, country, file);
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
    expect(text).toMatch(/48%\s\(36%\s–\s61%\)/);
    expect(text.trimEnd()).toMatch(/several\stags\.$/);
  }
});
