import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { openBySearch, patiently } from './support/theWindow.ts';

const zalgo = `Z${'\u0300\u0301\u0302\u0489'.repeat(200)}`;
const opening = [
  '<script>window.attacked = true</script>',
  '<img src=x onerror="window.attacked = true">',
  'javascript:window.attacked=true',
  '\u202eesrever\u2066 \u200f',
  zalgo,
  'https://xn--pple-43d.com/login https://x.com@evil.example/a https://аpple.com/login',
].join('\n');
const hostile = `${opening}\n${'W'.repeat(100_000 - opening.length)}`;
const name = '</bdi><b onclick="window.attacked=true">Mallory\u202e gnp.exe';

test('shows hostile text as text: nothing runs and nothing is displaced', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await page.getByRole('option').first().waitFor(patiently);
  const placedBefore = await wronglyPlaced(page);
  await x.control('person', { handle: 'mallory', name, description: opening });
  await x.control('mention', { from: 'mallory', text: hostile });
  await openBySearch(page, 'mallory');
  const message = page.getByRole('article').last();
  await message.getByText('<script>window.attacked = true</script>').waitFor(patiently);
  expect(await message.innerText()).toContain('<img src=x onerror="window.attacked = true">');
  await message.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(async () => (await message.innerText()).length, patiently).toBeGreaterThan(90_000);
  expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
  expect(await page.locator('main script, main img[src="x"], main b, main a').count()).toBe(0);
  await expect.poll(() => wronglyPlaced(page), patiently).toEqual(placedBefore);
});

/** The regions of the window that are misplaced or overflow. */
function wronglyPlaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wide = [root, ...document.querySelectorAll('nav, section, main, aside, header')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.getAttribute('aria-label') ?? element.tagName);
    const rows = [...document.querySelectorAll('[role="option"]')].filter((row) => row.clientHeight > 64);
    return [...wide, ...rows.map((row) => row.id)];
  });
}
