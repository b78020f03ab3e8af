import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { hasFocus, patiently, replyField } from './support/theWindow.ts';

/** The screens beside the conversations, with the keys that open them. */
const places = [
  { keys: 'g l', name: 'Watchlist' },
  { keys: 'g c', name: 'Sync' },
  { keys: 'g t', name: 'Costs' },
  { keys: 'g o', name: 'Outbox' },
] as const;

test('opens every screen by its keys and finds nothing serious there, in both themes', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  for (const { keys, name } of places) {
    await press(page, keys);
    await page.getByRole('heading', { level: 1, name }).waitFor(patiently);
    for (const theme of ['light', 'dark'] as const) {
      await wear(page, theme);
      expect(await seriousFaults(page), `${name}, ${theme}`).toEqual([]);
    }
  }
});

test('finds nothing serious in an open post, its saved search and the form of one, in both themes', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await saveSearch(page);
  await press(page, 'Shift+R');
  await press(page, 'g l');
  await page.getByRole('option').first().waitFor(patiently);
  for (const { keys, shown } of [
    { keys: 'j', shown: page.getByRole('region', { name: 'Post found' }) },
    { keys: 'Escape', shown: page.getByRole('region', { name: 'Saved searches' }) },
    { keys: 's', shown: page.getByRole('dialog', { name: 'New search' }) },
  ]) {
    await press(page, keys);
    await shown.waitFor(patiently);
    for (const theme of ['light', 'dark'] as const) {
      await wear(page, theme);
      expect(await seriousFaults(page), `${keys}, ${theme}`).toEqual([]);
    }
  }
});

test('reads, hides and shows again a post of the Watchlist by keyboard, with nothing serious on the way', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  const unread = async () => (await askEngine(page, 'listening.counts', {})).unread;
  await page.getByRole('option').first().waitFor(patiently);
  await saveSearch(page);
  await askEngine(page, 'capture.pollNow', {});
  await press(page, 'g l');
  const options = page.getByRole('option');
  await options.first().waitFor(patiently);
  const found = await unread();
  await page.getByRole('button', { name: `Watchlist ${found}`, exact: true }).waitFor(patiently);
  const first = await options.first().textContent();
  await press(page, 'j');
  await expect.poll(unread, { timeout: 20_000 }).toBe(found - 1);

  const count = await options.count();
  await press(page, 'h');
  await page.getByText('Post hidden').waitFor(patiently);
  await expect.poll(() => options.count(), { timeout: 20_000 }).toBe(count - 1);
  const toggle = page.getByRole('switch', { name: 'Show hidden posts' });
  await toggle.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => options.count(), { timeout: 20_000 }).toBe(count);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await press(page, 'z');
  await page.getByText('Undone').waitFor(patiently);
  await expect
    .poll(async () => (await options.first().textContent())?.includes('hidden'), { timeout: 20_000 })
    .toBe(false);
  await page.keyboard.press('Space');
  await toggle.waitFor({ ...patiently, state: 'detached' });
  expect(first).toContain('unread');
});

test('keeps the keys of listening after the language was changed there', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await saveSearch(page);
  await press(page, 'g l');
  await page.getByRole('heading', { level: 1, name: 'Watchlist' }).waitFor(patiently);
  await askShell(page, 'preferences.set', { language: 'nl' });
  await page.getByRole('heading', { level: 1, name: 'Meeluisteren' }).waitFor(patiently);
  await press(page, 'Shift+R');
  await page.getByRole('option').first().waitFor(patiently);
  await press(page, 'j');
  await page.locator('[role="option"][aria-selected="true"]').waitFor(patiently);
});

test('shows a reply that was stopped because the person wrote again, and sends it once when confirmed', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await page.getByRole('option').filter({ hasText: '@davidpark' }).click(patiently);
  await page
    .getByRole('main')
    .getByRole('heading', { level: 1 })
    .filter({ hasText: 'David Park' })
    .waitFor(patiently);
  await press(page, 'r');
  await hasFocus(replyField(page));
  await page.keyboard.type('Hi David, we are looking into it.');
  await press(page, 'ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Undo' }).first().waitFor(patiently);
  await x.control('mention', { from: 'davidpark', text: '@harbourhelp Never mind, it works again!' });
  await askEngine(page, 'capture.pollNow', {});

  await press(page, 'Escape');
  await press(page, 'g o');
  const outbox = page.getByRole('main');
  await outbox.getByText('wrote again before this was sent').waitFor(patiently);
  await outbox.getByRole('heading', { name: 'Needs attention' }).waitFor(patiently);
  expect((await x.state()).sentPosts).toEqual([]);

  await outbox.getByRole('button', { name: 'Send anyway' }).click();
  await outbox.getByRole('heading', { name: 'Sent' }).waitFor(patiently);
  await outbox.getByRole('heading', { name: 'Needs attention' }).waitFor({ state: 'hidden', ...patiently });
  // Another poll cycle would show a reply that was sent twice.
  await askEngine(page, 'capture.pollNow', {});
  const { sentPosts } = await x.state();
  expect(sentPosts.map(({ text }) => text)).toEqual([
    expect.stringContaining('Hi David, we are looking into it.'),
  ]);
});

async function saveSearch(page: Page): Promise<void> {
  await askEngine(page, 'savedSearches.save', {
    name: 'Harbour',
    terms: { all: [], any: ['harbour'], phrases: [], hashtags: [], none: [], lang: null },
    takesAll: false,
  });
}

async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}
