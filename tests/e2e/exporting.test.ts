import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '#renderer/locales/en.ts';
import { fillWithConversations } from '../../bench/window.ts';
import { readPdf } from '../support/readPdf.ts';
import { canMount, mountDisk } from '../support/tmpfs.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { isDrawn, openLastByKeys, patiently } from './support/theWindow.ts';

const answerDialog = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);

test('conversations are exported by keyboard: the open one as a PDF, a selection as a page and for other programs', async () => {
  const userData = freshUserData();
  // What a killed Perch left, of which a PDF was to be made.
  const left = path.join(userData, 'printing', 'page-1', 'page.html');
  mkdirSync(path.dirname(left), { recursive: true });
  writeFileSync(left, 'conversations');
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
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
  expect(readdirSync(path.join(userData, 'printing'))).toEqual([]);
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

const MANY = 3_000;

test('a long export says how far it is, and leaves nothing if it is cancelled by keyboard', async () => {
  const userData = freshUserData();
  await fillWithConversations(path.join(userData, 'workspaces', 'demo'), MANY);
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const folder = freshUserData();
  const banner = page.getByRole('status').filter({ hasText: en.review.exporting });
  const exportAll = async (name: string) => {
    await answerDialog(app, path.join(folder, name));
    await page.getByRole('listbox', { name: 'Queue' }).focus();
    await page.keyboard.press('ControlOrMeta+A');
    // As many as can be selected.
    await page.getByText('1,000 selected').waitFor(patiently);
    await page.keyboard.press('ControlOrMeta+Shift+S');
    await isDrawn(page, /\d of 1,000/);
  };
  for (const format of ['json', 'csv', 'html']) {
    await exportAll(`all.${format}`);
    expect(readdirSync(folder).map((name) => name.replace(/\.[0-9a-f]{8}\./, '.'))).toEqual([
      `all.${format}.unfinished`,
    ]);
    await page.getByRole('button', { name: 'Cancel', exact: true }).focus();
    await page.keyboard.press('Enter');
    await banner.waitFor({ ...patiently, state: 'detached' });
    await expect.poll(() => readdirSync(folder), patiently).toEqual([]);
    expect(await page.getByText(/^Saved as/).count()).toBe(0);
  }
});

test.skipIf(!canMount)('an export that finds no room is said, and the file of before stays', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  const disk = mountDisk(8);
  await openLastByKeys(page, 'Anna');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+A');
  for (const format of ['json', 'csv', 'html', 'pdf']) {
    const file = path.join(disk, `all.${format}`);
    writeFileSync(file, 'the file of before');
    await answerDialog(app, file);
    await page.keyboard.press('ControlOrMeta+Shift+S');
    const said = page.getByRole('alert').filter({ hasText: `all.${format}` });
    await said.waitFor(patiently);
    expect(readdirSync(disk)).toEqual([`all.${format}`]);
    expect(readFileSync(file, 'utf8')).toBe('the file of before');
    rmSync(file);
  }
});
