import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

test('a backup is made and restored in the settings, and the way back is a backup too', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const backups = settings.getByRole('list', { name: 'Backups' }).getByRole('listitem');
  const first = page.getByRole('option').first();
  await first.waitFor(patiently);
  await page.getByRole('button', { name: 'Settings' }).click();
  await settings.getByRole('button', { name: 'Back up now' }).click();
  await expect.poll(() => backups.count(), patiently).toBe(1);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await settings.waitFor({ ...patiently, state: 'detached' });

  // What is done now is not in it.
  const name = await first.getAttribute('id');
  const gone = page.locator(`[id="${name}"]`);
  await gone.click();
  await page.getByRole('button', { name: 'Resolve', exact: true }).click(patiently);
  await gone.waitFor({ ...patiently, state: 'detached' });

  await page.getByRole('button', { name: 'Settings' }).click();
  await backups.getByRole('button', { name: /^Restore the backup/ }).click();
  const question = backups.getByRole('alert');
  await expect.poll(() => question.innerText(), patiently).toMatch(/This backup has \d+ messages.*since/s);
  await question.getByRole('button', { name: 'Restore' }).click();
  await settings.waitFor({ ...patiently, state: 'detached' });
  await gone.waitFor(patiently);
  const banner = page.getByRole('status').filter({ hasText: /restored from the backup of .*To go back/ });
  await banner.waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await banner.getByRole('button', { name: 'Got it' }).click();
  await banner.waitFor({ ...patiently, state: 'detached' });

  await page.getByRole('button', { name: 'Settings' }).click();
  await expect.poll(() => backups.count(), patiently).toBe(2);
  // The engine of the built application has a thread to check them.
  const log = readFileSync(join(userData, 'logs', 'perch.log'), 'utf8');
  expect(log).toContain('store.copied');
  expect(log).not.toContain('store.checkThreadFailed');
});

test('backups go to a folder on another disk, and a file from there comes back, by keyboard', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  const folder = freshUserData();
  const choose = async (path: string) =>
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
  const press = async (name: string) => {
    await group.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const group = settings.getByRole('region', { name: 'Backups' });
  const backups = settings.getByRole('list', { name: 'Backups' }).getByRole('listitem');
  await page.getByRole('option').first().waitFor(patiently);
  await page.getByRole('button', { name: 'Settings' }).click();

  await settings.getByText(/Choose a folder on another disk/).waitFor(patiently);
  await choose(folder);
  await press('Choose…');
  await settings.getByText(`${folder}: the newest copy there is of`).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  const [workspace = ''] = readdirSync(folder);
  const [copy = ''] = readdirSync(join(folder, workspace));
  expect(copy).toMatch(/^perch-.*\.sqlite$/);

  // An older file of the same workspace.
  const older = join(folder, 'perch-20260101T090000Z.sqlite');
  copyFileSync(join(folder, workspace, copy), older);
  await choose(older);
  await press('Add a file…');
  await expect.poll(() => backups.count(), patiently).toBe(2);
  await backups.last().getByText('Jan 1', { exact: false }).waitFor(patiently);

  const text = join(folder, 'notes.sqlite');
  writeFileSync(text, 'not a backup');
  await choose(text);
  await press('Add a file…');
  await page.getByText(/The backup notes\.sqlite is damaged or gone/).waitFor(patiently);
  expect(await backups.count()).toBe(2);
});
