import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { choose, patiently } from './support/theWindow.ts';

async function openDemo() {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await expect.poll(() => page.getByRole('option').count(), patiently).toBeGreaterThan(4);
  return { page, x: await findDemoX(userData) };
}

const bar = (page: Page) => page.getByRole('region', { name: 'Selected conversations' });
const toasts = (page: Page) => page.getByRole('region', { name: 'What you did' });
const shows = (page: Page, words: string) => toasts(page).getByText(words).first().waitFor(patiently);
const picked = (page: Page) => page.locator('[role="option"][data-picked]');

async function pickThree(page: Page) {
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await bar(page).getByText('3 selected').waitFor(patiently);
  const rows = await picked(page).evaluateAll((found) => found.map(({ id }) => id.replace(/^row-/, '')));
  expect(rows).toHaveLength(3);
  return rows;
}

/** The statuses of these conversations. */
async function statusesOf(page: Page, ids: readonly string[]) {
  const { items } = await askEngine(page, 'conversations.list', { view: 'all', ids: [...ids] });
  return items.map(({ id, status, waitingSince }) => ({ id, status, waitingSince }));
}

test('picks three with keys, resolves them at once and undoes that with z', async () => {
  const { page } = await openDemo();
  const ids = await pickThree(page);
  const before = await statusesOf(page, ids);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('e');
  await shows(page, '3 resolved');
  const after = await statusesOf(page, ids);
  expect(after.map(({ status }) => status)).toEqual(['resolved', 'resolved', 'resolved']);
  await bar(page).waitFor({ state: 'hidden' });
  await page.keyboard.press('z');
  await shows(page, '3 undone');
  expect(await statusesOf(page, ids)).toEqual(before);
});

test('leaves out and names a conversation with a message that came after it was picked', async () => {
  const { page, x } = await openDemo();
  const ids = await pickThree(page);
  const [first = ''] = ids;
  // The open conversation shows what comes in; the first one is not open any more.
  const { items } = await askEngine(page, 'conversations.list', { view: 'all', ids: [first] });
  await x.control('mention', { from: items[0]?.person.handle, text: 'One more thing!' });
  await page.keyboard.press('Shift+R');
  await page.locator(`[id="row-${first}"]`).getByText('One more thing!').waitFor(patiently);
  await page.keyboard.press('e');
  await shows(page, '2 resolved · 1 left out: a new message came in');
  const [left, ...others] = await statusesOf(page, ids).then((rows) =>
    rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
  );
  expect(left?.status).not.toBe('resolved');
  expect(others.map(({ status }) => status)).toEqual(['resolved', 'resolved']);
  await bar(page).getByText('1 selected').waitFor(patiently);
  await page.keyboard.press('e');
  await shows(page, '1 resolved');
});

test('picks all with Ctrl+A, takes that back with Escape, and picks by pointer', async () => {
  const { page } = await openDemo();
  await page.keyboard.press('j');
  await page.keyboard.press('ControlOrMeta+a');
  await expect.poll(() => picked(page).count(), patiently).toBeGreaterThan(4);
  await page.keyboard.press('Escape');
  await expect.poll(() => picked(page).count(), patiently).toBe(0);
  const options = page.getByRole('option');
  await options.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await options.nth(3).click({ modifiers: ['Shift'] });
  await bar(page).getByText('3 selected').waitFor(patiently);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
});

test('a conversation that is marked as unread stays so while it is open, and Shift+N comes back to it', async () => {
  const { page } = await openDemo();
  await page.keyboard.press('j');
  const row = page.locator('[role="option"][aria-current]');
  await expect.poll(() => row.getAttribute('data-unread'), patiently).toBeNull();
  const id = await row.getAttribute('id');
  await page.keyboard.press('Shift+U');
  await shows(page, 'Marked as unread');
  await expect.poll(() => row.getAttribute('data-unread'), patiently).not.toBeNull();
  await page.keyboard.press('j');
  await expect.poll(() => row.getAttribute('id'), patiently).not.toBe(id);
  // The next one is read after as long as the first one has been open.
  await expect.poll(() => row.getAttribute('data-unread'), patiently).toBeNull();
  expect(await page.locator(`[id="${id}"]`).getAttribute('data-unread')).not.toBeNull();
  await expect
    .poll(async () => {
      await page.keyboard.press('Shift+N');
      return row.getAttribute('id');
    }, patiently)
    .toBe(id);
  await expect.poll(() => row.getAttribute('data-unread'), patiently).toBeNull();
});

test('resolves everything older than a day after naming the number', async () => {
  const { page } = await openDemo();
  await choose(page, 'older than');
  const dialog = page.getByRole('dialog', { name: 'Resolve older conversations' });
  await dialog.getByText('today', { exact: true }).click();
  const { total } = await askEngine(page, 'bulk.listOlder', { before: new Date().setHours(0, 0, 0, 0) });
  if (total === 0) {
    await dialog.getByText('No open conversations').waitFor(patiently);
    return;
  }
  await dialog.getByRole('button', { name: `Resolve ${total} ` }).click();
  await shows(page, `${total} resolved`);
});

test('a right click on a picked row acts on all that are picked', async () => {
  const { page } = await openDemo();
  const ids = await pickThree(page);
  const openMenu = async () => {
    await picked(page).first().click({ button: 'right' });
    await page.getByRole('menu', { name: 'Selected conversations' }).waitFor(patiently);
  };
  await openMenu();
  await page.getByRole('menuitem', { name: /^Tag 3 conversations/ }).click();
  await page.getByRole('dialog', { name: 'Tags' }).waitFor(patiently);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Tags' }).waitFor({ state: 'detached', ...patiently });
  await openMenu();
  await page.getByRole('menuitem', { name: /^Snooze 3 conversations/ }).click();
  await page.getByRole('menuitemradio').first().click();
  await shows(page, '3 snoozed until');
  const { items } = await askEngine(page, 'conversations.list', { view: 'snoozed', ids });
  expect(items).toHaveLength(3);
});
