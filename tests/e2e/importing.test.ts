import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently, takesKeys } from './support/theWindow.ts';

async function openLibrary() {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('heading', { name: 'Canned responses', exact: true }).waitFor(patiently);
  return { app, page, dir: freshUserData() };
}

/** Chooses from the menu by keyboard alone. */
async function choose(page: Page, entry: string) {
  await page.getByRole('button', { name: 'Import and export' }).focus();
  await page.keyboard.press('Enter');
  await takesKeys(page.getByRole('menu'));
  await page.keyboard.type(entry.slice(0, 12));
  await page.getByRole('menuitem', { name: entry }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.press('Enter');
}

async function importFile(app: ElectronApplication, page: Page, file: string) {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
  await choose(page, 'Import from a file…');
}

async function expectAccessible(page: Page) {
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
}

const titles = async (page: Page) =>
  (await askEngine(page, 'library.list', {})).items.map(({ title }) => title);

test('an old spreadsheet is imported after a look, undone as one, and exported again', async () => {
  const { app, page, dir } = await openLibrary();
  const before = await titles(page);
  const table =
    'title;shortcut;folder;language;text\r\nRetour reçu;retour-recu;Retours;fr;Ça coûte 5 \u0080 \u0096 merci\r\n';
  const file = path.join(dir, 'modeles.csv');
  writeFileSync(file, Buffer.from(table, 'latin1'));
  await importFile(app, page, file);
  await page.getByText('1 new canned response').waitFor(patiently);
  expect(await titles(page)).toEqual(before);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import 1' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('1 canned response imported').waitFor(patiently);
  const { items } = await askEngine(page, 'library.list', { folder: 'Retours' });
  expect(items).toMatchObject([{ title: 'Retour reçu', texts: [{ text: 'Ça coûte 5 € – merci' }] }]);

  const saved = path.join(dir, 'out.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, saved);
  await choose(page, 'Export as a table (CSV)…');
  await expect.poll(() => existsSync(saved), patiently).toBe(true);
  await page.getByText('Saved as out.csv').waitFor(patiently);
  expect(readFileSync(saved, 'utf8')).toMatch(/^\uFEFFid,title.*Ça coûte 5 € – merci/su);

  await page.keyboard.press('Escape');
  await page.keyboard.press('z');
  await expect.poll(() => titles(page), patiently).toEqual(before);
});

test('files that are wrong change nothing, and say where and what to do', async () => {
  const { app, page, dir } = await openLibrary();
  const before = await titles(page);
  const header = 'title,shortcut,language,text';
  const files = [
    [
      'language.csv',
      `${header}\nA,a,en,Hi\nB,b,de,Hallo`,
      'Line 3, column language',
      /is no language of replies/,
    ],
    ['quote.csv', `${header}\nA,a,en,"Hi\nB,b,en,Bye`, 'Line 2', /never closes/],
    ['broken.json', '[{"title": "A",\n "texts": [', 'Line 2', /JSON breaks off/],
    ['sheet.csv', 'PK\u0003\u0004\u0001binary\u0002', 'Line 1', /no text file/],
    ['latin.csv', Buffer.from(`${header}\nA,a,en,Hi`, 'utf16le'), 'Line 1', /Save the file as UTF-8/],
  ] as const;
  for (const [name, content, where, what] of files) {
    writeFileSync(path.join(dir, name), content);
    await importFile(app, page, path.join(dir, name));
    const list = page.getByRole('list', { name: 'Mistakes' });
    await list.getByText(where, { exact: true }).waitFor(patiently);
    await list.getByText(what).waitFor(patiently);
    if (name === 'language.csv') await expectAccessible(page);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached', ...patiently });
  }
  writeFileSync(path.join(dir, 'huge.csv'), 'x'.repeat(5_000_000));
  await importFile(app, page, path.join(dir, 'huge.csv'));
  await page.getByText(/Perch imports at most 4 MB at once/).waitFor(patiently);
  expect(await titles(page)).toEqual(before);
});
