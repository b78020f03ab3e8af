import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '#renderer/locales/en.ts';
import { openAccount } from './support/accountOnX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { choose, patiently } from './support/theWindow.ts';

/** Opens the page by keyboard. */
async function openNetworkPage(page: Page) {
  await choose(page, en.network.title);
  const dialog = page.getByRole('dialog', { name: en.network.title });
  const table = dialog.getByRole('table', { name: en.network.title });
  const rowOf = (purpose: keyof typeof en.network.purposes) =>
    table.getByRole('row').filter({ hasText: en.network.purposes[purpose] });
  return { dialog, table, rowOf };
}

/** The figures of a row: requests and failures. */
async function figuresOf(row: Locator): Promise<readonly number[]> {
  const cells = await row.getByRole('cell').allInnerTexts();
  return cells.slice(2, 4).map(Number);
}

test('the network page lists what engine and shell have contacted, by keyboard', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await askEngine(page, 'capture.pollNow', {});
  const { dialog, table, rowOf } = await openNetworkPage(page);
  for (const purpose of ['mentions', 'dms', 'profilePictures'] as const) {
    await rowOf(purpose).waitFor(patiently);
    expect(await rowOf(purpose).innerText()).toContain('127.0.0.1');
  }
  // The demo contacts nothing but this computer.
  const hosts = await table.getByRole('row').locator('td:first-child').allInnerTexts();
  expect(new Set(hosts)).toEqual(new Set([`127.0.0.1 (${en.network.thisComputer})`]));
  await dialog.getByText(en.network.never).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ ...patiently, state: 'hidden' });
});

test('of a copy that is only read the network page has what its workspace contacted, and nothing is added', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await askEngine(page, 'capture.pollNow', {});
  const { name } = await askEngine(page, 'backups.make', {});
  const file = path.join(freshUserData(), name);
  copyFileSync(path.join(userData, 'workspaces', 'demo', 'copies', name), file);
  // What the workspace contacts after its backup is not in it.
  await askEngine(page, 'capture.pollNow', {});
  const later = await askEngine(page, 'network.list', {});
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
  await choose(page, 'Open a copy to read');
  await page.getByText(`Read only: ${name}, as of`).waitFor(patiently);

  const { dialog, rowOf } = await openNetworkPage(page);
  await dialog.getByText(en.network.readOnlyHint).waitFor(patiently);
  await rowOf('mentions').waitFor(patiently);
  const before = await figuresOf(rowOf('mentions'));
  expect(before[0]).toBeGreaterThan(0);
  expect(before[0]).toBeLessThan(later.items.find(({ purpose }) => purpose === 'mentions')?.requests ?? 0);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ ...patiently, state: 'hidden' });
  await page.keyboard.press('Shift+R');
  const again = await openNetworkPage(page);
  await again.dialog.getByText(en.network.readOnlyHint).waitFor(patiently);
  await expect.poll(() => figuresOf(again.rowOf('mentions')), patiently).toEqual(before);
});

test('without a network the page opens, and counts what failed', async () => {
  const { page, down, up } = await openAccount();
  await down();
  const state = (words: string) => page.getByRole('navigation').getByText(words, { exact: true });
  await page.keyboard.press('Shift+R');
  await state('Offline').waitFor(patiently);
  const { dialog, rowOf } = await openNetworkPage(page);
  await rowOf('mentions').waitFor(patiently);
  const [requests = 0, failures = 0] = await figuresOf(rowOf('mentions'));
  expect(failures).toBeGreaterThan(0);
  expect(requests).toBeGreaterThan(failures);
  await dialog.getByText(en.network.never).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await up();
  await page.keyboard.press('Shift+R');
  await state('Live').waitFor(patiently);
  const again = await openNetworkPage(page);
  // Until the network was back, more may have failed.
  const succeeded = async () => {
    const [sent = 0, failed = 0] = await figuresOf(again.rowOf('mentions'));
    return sent - failed;
  };
  await expect.poll(succeeded, patiently).toBeGreaterThan(requests - failures);
});
