import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { choose, openRow, patiently, replyField } from './support/theWindow.ts';

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

const answerDialog = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);

/** A backup of the demo in a folder of its own. */
async function copyOfDemo(page: Page, userData: string): Promise<string> {
  await page.getByRole('option').first().waitFor(patiently);
  const { name } = await askEngine(page, 'backups.make', {});
  const file = path.join(freshUserData(), name);
  copyFileSync(path.join(userData, 'workspaces', 'demo', 'copies', name), file);
  return file;
}

/** Goes to the places where one changes what is stored; what they show stays, and what would be refused is not offered. */
async function expectNothingToChange(page: Page): Promise<void> {
  const main = page.getByRole('main');
  const expectNone = async (...names: string[]) => {
    for (const name of names)
      expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0);
  };
  await expectNone('Reply to this post');
  await choose(page, 'Go to Watchlist');
  await page.getByRole('heading', { name: 'Saved searches' }).waitFor(patiently);
  await expectNone('New search');
  expect(await main.getByRole('button', { name: /^(Edit|Remove) / }).count()).toBe(0);
  await choose(page, 'Go to Canned responses');
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await main.getByRole('textbox', { name: 'Title' }).waitFor(patiently);
  expect(await main.getByRole('textbox', { name: 'Title' }).isDisabled()).toBe(true);
  await expectNone('New canned response', 'Delete', 'Save');
  await choose(page, 'Go to Sync');
  await main.getByText('Private messages', { exact: true }).waitFor(patiently);
  expect(await main.getByText(/open read-only/).count()).toBe(0);
  expect(await main.getByRole('switch').count()).toBe(0);
  await choose(page, 'Settings');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByText('Theme', { exact: true }).waitFor(patiently);
  expect(await settings.getByText('Who is working').count()).toBe(0);
  await page.keyboard.press('Escape');
  await settings.waitFor({ state: 'detached', ...patiently });
}

test('a backup is read by keyboard without a way to change anything, and left again', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ args: ['--demo'], userData });
  const file = await copyOfDemo(page, userData);
  const before = hashOf(file);
  await answerDialog(app, file);
  await choose(page, 'Open a copy to read');
  await page.getByText(`Read only: ${path.basename(file)}, as of`).waitFor(patiently);

  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await openRow(page).waitFor(patiently);
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  await heading.waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  const name = await heading.textContent();
  // The keys to reply, send privately, note, resolve, snooze, tag, ask and undo.
  for (const key of ['r', 'd', 'n', 'e', 'h', 'l', 'q', 'z']) await page.keyboard.press(key);
  expect(await replyField(page).count()).toBe(0);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect((await page.getByRole('alert').allInnerTexts()).filter(Boolean)).toEqual([]);
  expect(await heading.textContent()).toBe(name);
  for (const action of ['Resolve', 'Write a note', 'Tags'])
    expect(await page.getByRole('main').getByRole('button', { name: action }).count(), action).toBe(0);
  await expectNothingToChange(page);
  await expect(askEngine(page, 'bulk.undo', { id: 'none' })).rejects.toThrow(/readOnly/);

  await page.getByRole('button', { name: 'Close this copy' }).click();
  await page.getByText('Demo', { exact: true }).waitFor(patiently);
  await replyField(page).or(page.getByRole('option').first()).first().waitFor(patiently);
  expect(hashOf(file)).toBe(before);
});

test('the first screen opens a copy, and says why a file is none', async () => {
  const { app, page } = await openPerch();
  const file = path.join(freshUserData(), 'songs.sqlite');
  writeFileSync(file, 'la la la');
  await answerDialog(app, file);
  await page.getByRole('button', { name: 'Open a copy to read…' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .filter({ hasText: `${file} is not a workspace of Perch.` })
    .waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  expect(readFileSync(file, 'utf8')).toBe('la la la');
});
