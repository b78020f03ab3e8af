import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askShell } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { addColleague, choose, openRow, patiently, replyField } from './support/theWindow.ts';

test('reaches lists, conversations, replies, dialogs and panes by keys', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await addColleague(page);
  const title = page.getByRole('region', { name: 'Conversations' }).getByRole('heading', { level: 1 });
  for (const [keys, name] of views) {
    await press(page, keys);
    await expect.poll(() => title.innerText(), patiently).toBe(name);
  }
  await press(page, 'g q');
  await page.getByRole('option').first().waitFor(patiently);

  await press(page, 'j');
  const first = await openRow(page).getAttribute('id');
  await press(page, 'j');
  await expect.poll(() => openRow(page).getAttribute('id'), patiently).not.toBe(first);
  await press(page, 'k');
  await expect.poll(() => openRow(page).getAttribute('id'), patiently).toBe(first);

  await press(page, 'Enter');
  await isFocused(page, '[aria-label^="History with"]');
  await press(page, 'Escape');
  await isFocused(page, '[role="listbox"]');
  await press(page, '/');
  await isFocused(page, '[role="combobox"]');
  await press(page, 'Escape');
  for (const key of ['r', 'd', 'Shift+P']) {
    await press(page, key);
    await isFocused(page, 'main textarea');
    await press(page, 'Escape');
  }

  for (const [keys, name] of dialogs) {
    await press(page, keys);
    await page.getByRole('dialog', { name }).waitFor(patiently);
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden', ...patiently });
  }
  await press(page, 'h');
  await page.getByRole('menu').waitFor(patiently);
  await press(page, 'Escape');
  await page.getByRole('menu').waitFor({ state: 'hidden', ...patiently });

  await press(page, '[');
  await expect
    .poll(async () => (await askShell(page, 'shell.state', {})).preferences.railFolded, patiently)
    .toBe(true);
  const shown = (await askShell(page, 'shell.state', {})).preferences.personShown;
  await press(page, 'p');
  await expect
    .poll(async () => (await askShell(page, 'shell.state', {})).preferences.personShown, patiently)
    .toBe(!shown);
  await press(page, 'a');
  await page.getByRole('button', { name: /Assignee: Sam/ }).waitFor(patiently);
  await press(page, 'e');
  await expect.poll(() => openRow(page).getAttribute('id'), patiently).not.toBe(first);
});

test('reaches commands without a shortcut in the palette, and disables shortcuts while typing', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await choose(page, 'Compact density');
  await expect
    .poll(async () => (await askShell(page, 'shell.state', {})).preferences.density, patiently)
    .toBe('compact');
  await press(page, 'j');
  const before = await openRow(page).getAttribute('id');
  await press(page, 'r');
  await isFocused(page, 'main textarea');
  await page.keyboard.type('jkredahpouz?[/gqn');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('jkredahpouz?[/gqn');
  expect(await openRow(page).getAttribute('id')).toBe(before);
  expect(await page.locator('[role="dialog"], [role="menu"]').count()).toBe(0);
  await press(page, 'ControlOrMeta+k');
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor(patiently);
  await press(page, 'Escape');
  await choose(page, 'Switch account');
  await page.getByRole('button', { name: 'Try the demo' }).waitFor(patiently);
});

const views = [
  ['g m', 'Mine'],
  ['g d', 'Drafts'],
  ['g p', 'Open'],
  ['g w', 'Waiting for them'],
  ['g z', 'Snoozed'],
  ['g r', 'Resolved'],
  ['g a', 'All'],
  ['g q', 'Queue'],
] as const;

const dialogs = [
  ['?', 'Keyboard shortcuts'],
  ['ControlOrMeta+k', 'Command palette'],
  ['ControlOrMeta+,', 'Settings'],
] as const;

/** Presses keys one after the other, such as `g q`. */
async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}

/** Waits until the focused element matches a selector. */
async function isFocused(page: Page, selector: string): Promise<void> {
  await page.locator(`${selector}:focus`).first().waitFor(patiently);
}
