import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { hasFocus, patiently } from './support/theWindow.ts';

test('a search whose result was opened is found again by keyboard, and can be pinned', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  const field = page.getByRole('combobox', { name: 'Search' });
  const menu = page.getByRole('menu', { name: 'Past searches' });
  const entries = menu.getByRole('menuitem');
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('/');
  await hasFocus(field);
  await page.keyboard.type('order');
  await page.keyboard.press('Enter');
  await page.locator('main article[aria-current] mark').first().waitFor(patiently);
  // It is remembered a little later than its result is shown.
  const remembered = async () => (await askEngine(page, 'pastSearches.list', {})).items.length;
  await expect.poll(remembered, patiently).toBe(1);

  // Escape goes back to the field, then empties it; the arrow key lists what was searched for.
  await page.keyboard.press('Escape');
  await hasFocus(field);
  await page.keyboard.press('Escape');
  await hasFocus(page.getByRole('listbox', { name: 'Queue' }));
  await page.keyboard.press('/');
  await hasFocus(field);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => entries.first().innerText(), patiently).toBe('order');
  await hasFocus(entries.first());
  await page.keyboard.press('Enter');
  await hasFocus(field);
  await expect.poll(() => field.inputValue(), patiently).toBe('order');

  await page.getByRole('button', { name: 'Past searches' }).focus();
  await page.keyboard.press('Enter');
  await hasFocus(entries.first());
  await page.keyboard.press('ArrowDown');
  await hasFocus(entries.nth(1));
  await page.keyboard.press('Enter');
  await hasFocus(field);
  await page.getByRole('button', { name: 'Past searches' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => entries.allInnerTexts(), patiently).toEqual(['order', 'Unpin this search']);
  await expect.poll(() => entries.first().getAttribute('aria-label'), patiently).toBe('order, pinned');
});
