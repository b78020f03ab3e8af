import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { writeTeamArchive } from '../teamArchive.ts';
import { erased, longest, rareWord } from './fill.ts';
import type { BenchWindow } from './window.ts';

const LONG = { timeout: 1_800_000 };
const WATCHED_MS = 4_000;

/** What is typed: words of one message, of very many, with typing errors and with filters. */
const searches = [
  ['a rare word', rareWord],
  ['a frequent word', 'thanks'],
  ['two frequent words', 'please help'],
  ['a misspelt rare word', 'kingfihserxyq'],
  ['a misspelt frequent word', 'recieve'],
  ['a word that nobody wrote', 'qzxwvqzxwv'],
  ['a frequent word in private messages', 'thanks kind:dm'],
  ['a frequent word of one person', `thanks from:${longest.handle}`],
  ['a frequent word of long ago', 'thanks before:2024-03'],
  ['one without another', 'please -thanks'],
] as const;

export async function search(window: BenchWindow): Promise<void> {
  const { page } = window;
  const field = page.getByRole('combobox', { name: 'Search' });
  for (const [what, text] of searches) {
    await page.keyboard.press('/');
    await field.and(page.locator(':focus')).waitFor(LONG);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Backspace');
    await window.step(`search: ${what}`, 'p95 <= 100', () => window.typed(text));
  }
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(`thanks from:${longest.handle}`);
  await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor(LONG);
  await window.step('open a search hit', '<= 1000', () => window.pressed('Enter'));
  await window.step('the next older hit', '<= 1000', () => window.pressed('ControlOrMeta+g'));
  await window.step('the next newer hit', '<= 1000', () => window.pressed('ControlOrMeta+Shift+g'));
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Escape');
}

export async function browse(window: BenchWindow): Promise<void> {
  const { page } = window;
  await page.locator('[role="listbox"]').first().focus();
  await window.step('j 40 times', 'frame <= 50', async () => {
    for (let times = 0; times < 40; times += 1) {
      await page.keyboard.press('j');
      await page.waitForTimeout(60);
    }
    return undefined;
  });
  await page.locator('[role="listbox"]').first().focus();
  await window.step('End', '<= 100', () => window.pressed('End'));
  await window.step('Home', '<= 100', () => window.pressed('Home'));
  await page.keyboard.press('/');
  await page.keyboard.type(longest.handle);
  await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor(LONG);
  await window.step('open the longest history', '<= 150', () => window.pressed('Enter'));
}

export async function exportHistory(window: BenchWindow, dir: string): Promise<void> {
  for (const format of ['html', 'pdf', 'json']) {
    const file = join(dir, `history.${format}`);
    await answerSave(window.app, file);
    await window.step(`export of the longest history as ${format}`, '', async () => {
      await window.page.keyboard.press('ControlOrMeta+Shift+S');
      await window.waitForText(`Saved as history.${format}`);
      return undefined;
    });
    console.error(`${format}: ${statSync(file).size} bytes`);
    await window.page.keyboard.press('Escape');
  }
}

/** Imports an archive with so many messages. */
export async function importArchive(window: BenchWindow, dir: string, messages: number): Promise<void> {
  const { page } = window;
  const account = await window.getAccount();
  const file = join(dir, 'twitter.zip');
  writeTeamArchive(file, messages, account);
  await answerOpen(window.app, file);
  await page.getByRole('button', { name: /^Sync/ }).first().click();
  const section = page.getByRole('region', { name: 'Archive of X' });
  await window.step(`the first seconds of an import of ${messages} messages`, '60 fps', async () => {
    await section.getByRole('button', { name: 'Choose archive…' }).click();
    await section.getByRole('progressbar').waitFor(LONG);
    await page.waitForTimeout(WATCHED_MS);
    return undefined;
  });
  await window.picture('import running');
  await window.step('the rest of it, while searches are typed', '', async () => {
    while (await window.isImporting()) await typeSearches(page, 1);
    return undefined;
  });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Sync/ }).first().click();
  await section.getByText('twitter.zip was imported.').waitFor(LONG);
  await window.step('the same typed without an import', '', async () => {
    await typeSearches(page, 3);
    return undefined;
  });
}

async function typeSearches(page: Page, times: number): Promise<void> {
  await page.keyboard.press('/');
  for (let n = 0; n < times; n += 1) {
    await page.keyboard.type('thanks please', { delay: 90 });
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Backspace');
  }
}

export async function backUpAndRestore(window: BenchWindow): Promise<void> {
  const { page } = window;
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const backups = settings.getByRole('list', { name: 'Backups' }).getByRole('listitem');
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByRole('option').first().waitFor(LONG);
  await page.keyboard.press('ControlOrMeta+,');
  await window.step('a backup', '', async () => {
    await settings.getByRole('button', { name: 'Back up now' }).click();
    await page.waitForTimeout(500);
    await window.picture('backup running');
    await settings.getByRole('button', { name: 'Back up now' }).waitFor(LONG);
    return undefined;
  });
  await window.step('the preview of its restore', '', async () => {
    await backups
      .first()
      .getByRole('button', { name: /^Restore the backup/ })
      .click();
    await backups
      .getByRole('alert')
      .getByText(/This backup has/)
      .waitFor(LONG);
    return undefined;
  });
  await window.step('its restore', '', async () => {
    await backups.getByRole('alert').getByRole('button', { name: 'Restore' }).click();
    await page.waitForTimeout(700);
    await window.picture('restore running');
    await settings.waitFor({ state: 'detached', ...LONG });
    await page.getByRole('option').first().waitFor(LONG);
    return undefined;
  });
}

export async function previewRule(window: BenchWindow): Promise<void> {
  const { page } = window;
  await page.keyboard.press('ControlOrMeta+,');
  const group = page.getByRole('dialog').getByRole('region', { name: 'Erasing old conversations' });
  await window.step('the preview of a retention rule', '', async () => {
    // It is counted once it is in sight.
    await group.scrollIntoViewIfNeeded();
    await group
      .getByText(/Would erase/)
      .first()
      .waitFor(LONG);
    return undefined;
  });
  await page.keyboard.press('Escape');
}

export async function erase(window: BenchWindow): Promise<void> {
  const { page } = window;
  await page.keyboard.press('/');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(erased.handle);
  await page
    .getByRole('listbox', { name: 'Results' })
    .getByRole('option')
    .filter({ hasText: erased.handle })
    .first()
    .waitFor(LONG);
  await page.keyboard.press('Enter');
  await page
    .getByRole('main')
    .getByRole('heading', { level: 1 })
    .filter({ hasText: erased.name })
    .waitFor(LONG);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().fill('Erase this person…');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await window.step('what an erasure would erase', '', async () => {
    await dialog.getByText(/messages?, with the replies/).waitFor(LONG);
    return undefined;
  });
  await page.keyboard.type(erased.handle);
  await window.step('the erasure of a person', '', async () => {
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await page.waitForTimeout(500);
    await window.picture('erasure running');
    await dialog.getByRole('heading', { name: 'Erased', exact: true }).waitFor(LONG);
    return undefined;
  });
  await page.keyboard.press('Enter');
}

const answerOpen = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);

const answerSave = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
