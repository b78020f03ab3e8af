import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { en } from '#renderer/locales/en.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { chooseFilter as choose, hasFocus, openRow, patiently } from './support/theWindow.ts';

const TOKEN = 'token-of-a-lone-agent';
const chip = (page: Page, name: string) => page.getByRole('button', { name: `Remove filter: ${name}` });
const sidebar = (page: Page) => page.getByRole('navigation', { name: 'Sidebar' });
const title = (page: Page) =>
  page.getByRole('region', { name: 'Conversations' }).getByRole('heading', { level: 1 });
const countOf = async (page: Page) =>
  Number(
    await page.getByRole('region', { name: 'Conversations' }).locator('header [data-figures]').innerText(),
  );

test('filters a list, saves it as a view and manages it, by keyboard', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').nth(8).waitFor(patiently);

  await choose(page, 'Channel', 'Private');
  await chip(page, 'Private').waitFor(patiently);
  // Somebody may write meanwhile.
  const count = async () =>
    (await askEngine(page, 'conversations.count', { view: 'queue', filter: { channel: 'dm' } })).count;
  expect(await count()).toBeGreaterThan(0);
  await expect.poll(async () => (await countOf(page)) === (await count()), patiently).toBe(true);
  await hasFocus(page.getByRole('listbox'));

  await choose(page, 'Save as view');
  await page.getByRole('textbox', { name: 'Name' }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('Private first');
  await page.keyboard.press('Enter');
  await expect.poll(() => title(page).innerText(), patiently).toBe('Private first');
  const saved = sidebar(page).getByRole('button', { name: /^Private first/ });
  await expect
    .poll(async () => (await saved.innerText()).includes(String(await count())), patiently)
    .toBe(true);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect.poll(() => title(page).innerText(), patiently).toBe('Queue');
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await expect.poll(() => title(page).innerText(), patiently).toBe('Private first');

  await page.keyboard.press('Backspace');
  await chip(page, 'Private').waitFor({ state: 'hidden', ...patiently });
  await page.getByRole('button', { name: 'Update view' }).waitFor(patiently);
  await page.keyboard.press('Escape');
  await chip(page, 'Private').waitFor(patiently);

  await choose(page, 'Reply needs attention');
  await page.getByText('Nothing matches these filters').waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('option').first().waitFor(patiently);

  await choose(page, 'Manage views');
  const dialog = page.getByRole('dialog', { name: 'Saved views' });
  await dialog.waitFor(patiently);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await dialog
    .getByRole('textbox')
    .or(dialog.getByRole('button', { name: 'Close' }))
    .and(page.locator(':focus'))
    .waitFor(patiently);
  await dialog.getByRole('textbox').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Quiet');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Delete Quiet' }).press('Enter');
  await dialog.getByRole('button', { name: 'Cancel' }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('No saved views').waitFor(patiently);
  await page.keyboard.press('Escape');
  await expect.poll(() => title(page).innerText(), patiently).toBe('Queue');
});

test('lists drafts with their number, and follows changes of scripts', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').nth(3).waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByText('No drafts').waitFor(patiently);
  const { items } = await askEngine(page, 'conversations.list', { view: 'queue' });
  const [first, second] = items;
  if (!first || !second) throw new Error('no conversations');
  for (const { id } of [first, second]) {
    await askEngine(page, 'drafts.save', { conversationId: id, channel: 'public', text: 'Hello' });
  }
  await sidebar(page).getByRole('button', { name: 'Drafts 2' }).waitFor(patiently);
  await expect.poll(() => page.getByRole('option').count(), patiently).toBe(2);
  await askEngine(page, 'drafts.save', { conversationId: first.id, channel: 'public', text: '' });
  await expect.poll(() => page.getByRole('option').count(), patiently).toBe(1);

  // Somebody else changes the open view, and then deletes it.
  const name = 'x'.repeat(80);
  const { id } = await askEngine(page, 'views.create', { name, view: 'all', filter: { draft: true } });
  await sidebar(page).getByRole('button', { name: /^xxxx/ }).waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await expect.poll(() => title(page).innerText(), patiently).toContain('xxx');
  await expect.poll(() => page.getByRole('option').count(), patiently).toBe(1);
  await askEngine(page, 'views.update', { id, name: 'Begun', filter: { unread: true } });
  await expect.poll(() => title(page).innerText(), patiently).toBe('Begun');
  await chip(page, 'Unread').waitFor(patiently);
  await askEngine(page, 'views.delete', { id });
  await expect.poll(() => title(page).innerText(), patiently).toBe('All');
  await chip(page, 'Unread').waitFor(patiently);
});

test('has assignees from the second agent on', async () => {
  const x = await startSimulator({ token: TOKEN, limits: false });
  onTestFinished(() => x.close());
  x.control.mention({ from: 'annadv', text: 'Where is it?' });
  const { page } = await openPerch({ args: ['--x-url', x.url] });
  await askShell(page, 'workspace.connectToken', { token: TOKEN, plainTextConsent: true });
  await page.getByRole('button', { name: en.begin.start }).click(patiently);
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await openRow(page).waitFor(patiently);
  await page.getByRole('button', { name: /^Status/ }).waitFor(patiently);
  await sidebar(page).getByRole('button', { name: 'Drafts' }).waitFor(patiently);
  expect(await sidebar(page).getByRole('button', { name: /^Mine/ }).count()).toBe(0);
  expect(await page.getByRole('button', { name: /^Assignee/ }).count()).toBe(0);
  await askEngine(page, 'agents.add', { name: 'Noor' });
  await sidebar(page).getByRole('button', { name: /^Mine/ }).waitFor(patiently);
  await sidebar(page).getByRole('button', { name: /^Open/ }).waitFor(patiently);
  await page.getByRole('button', { name: /^Assignee/ }).waitFor(patiently);
});
