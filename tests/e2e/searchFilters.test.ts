import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { hasFocus, patiently, takesKeys } from './support/theWindow.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search' });
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option');
const chips = (page: Page) => page.getByRole('list', { name: 'Active filters' }).getByRole('listitem');

test('keys narrow a search by filters, which are shown in words and can be removed', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('/');
  await hasFocus(field(page));
  await page.keyboard.type('kind:dm');
  await expect.poll(() => chips(page).allInnerTexts(), patiently).toEqual(['Private messages']);
  // Only messages are found: people have no kind.
  await expect.poll(() => page.getByRole('group', { name: 'People' }).count(), patiently).toBe(0);
  await expect.poll(() => results(page).count(), patiently).toBeGreaterThan(10);
  const all = await results(page).count();

  // From the menu, by keyboard, and on with the value.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await hasFocus(page.getByRole('button', { name: 'Narrow the search' }));
  await page.keyboard.press('Enter');
  await takesKeys(page.getByRole('menu', { name: 'Narrow the search' }));
  await page.keyboard.press('Enter');
  await hasFocus(field(page));
  await page.keyboard.type('us');
  await expect.poll(() => field(page).inputValue(), patiently).toBe('kind:dm from:us');
  await expect.poll(() => chips(page).allInnerTexts(), patiently).toEqual(['Private messages', 'From us']);
  await expect.poll(() => results(page).count(), patiently).toBeLessThan(all);

  const best = page.getByRole('radio', { name: 'Best match' });
  await page.getByRole('radio', { name: 'Newest' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => best.isChecked(), patiently).toBe(true);
  await expect.poll(() => results(page).first().getAttribute('aria-selected'), patiently).toBe('true');
  await field(page).focus();
  await page.keyboard.press('End');

  await page.keyboard.type(' from:nobody_there after:yesterday score:<7');
  const told = page.getByRole('status').filter({ hasText: 'Nobody called @nobody_there' });
  await expect.poll(() => told.innerText(), patiently).toContain('“after:yesterday” was left out.');
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }

  await page.getByRole('button', { name: 'Remove filter: From us' }).focus();
  await page.keyboard.press('Enter');
  await hasFocus(field(page));
  await expect
    .poll(() => field(page).inputValue(), patiently)
    .toBe('kind:dm from:nobody_there after:yesterday score:<7');
});
