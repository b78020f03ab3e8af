import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPdf } from '../support/readPdf.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { openLastByKeys, patiently } from './support/theWindow.ts';

const answerDialog = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);

test('conversations are exported by keyboard: the open one as a PDF, a selection as a page and for other programs', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  const folder = freshUserData();
  const save = async (name: string) => {
    const file = path.join(folder, name);
    await answerDialog(app, file);
    await page.keyboard.press('ControlOrMeta+Shift+S');
    await page.getByText(`Saved as ${name}`).waitFor(patiently);
    expect(existsSync(file)).toBe(true);
    return file;
  };
  await openLastByKeys(page, 'Anna');
  const { pages, text } = readPdf(readFileSync(await save('anna.pdf')));
  expect(pages).toBeGreaterThan(0);
  for (const words of ['Conversations with', '@annadv', 'First reply after', `1\n / \n${pages}`])
    expect(text, words).toContain(words);

  await page.keyboard.press('Escape');
  for (const key of ['x', 'Shift+K']) await page.keyboard.press(key);
  await page
    .getByRole('region', { name: 'Selected conversations' })
    .getByText('2')
    .first()
    .waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  const html = readFileSync(await save('two.html'), 'utf8');
  expect(html.match(/<article>/g)).toHaveLength(2);
  const { conversations } = JSON.parse(readFileSync(await save('two.json'), 'utf8'));
  expect(conversations).toHaveLength(2);
  expect(readFileSync(await save('two.csv'), 'utf8')).toMatch(/^\uFEFFconversation,status/);
});
