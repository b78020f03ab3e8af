import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { atRest, openBySearch, patiently } from './support/theWindow.ts';

const many = 14;

test('opens at the first unread message, and only what was on the screen is read', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await page.getByRole('option').first().waitFor(patiently);
  for (let nth = 1; nth <= many; nth++) {
    await x.control('mention', {
      from: 'manyletters',
      text: `Letter ${nth}. ${'It has many words. '.repeat(9)}`,
    });
  }
  await expect.poll(() => unreadOf(page), patiently).toBe(many);
  await openBySearch(page, 'manyletters');
  const line = page.getByRole('separator', { name: 'Unread messages start here' });
  await line.waitFor(patiently);
  await expect.poll(() => isInSight(page, 'Letter 1.'), patiently).toBe(true);
  expect(await isInSight(page, `Letter ${many}.`)).toBe(false);
  // What is below stays unread, also once what is in sight has been read.
  await expect.poll(() => unreadOf(page), patiently).toBeLessThan(many);
  expect(await atRest(page, () => unreadOf(page))).toBeGreaterThan(3);
  expect(await isInSight(page, 'Letter 1.')).toBe(true);

  await page.getByRole('region', { name: /^History with/ }).focus();
  for (let step = 0; step < 30 && !(await isInSight(page, `Letter ${many}.`)); step++) {
    await page.keyboard.press('ArrowDown', { delay: 30 });
    await page.keyboard.press('ArrowDown', { delay: 30 });
    await page.keyboard.press('ArrowDown', { delay: 30 });
  }
  await page.keyboard.press('End');
  await expect.poll(() => unreadOf(page), patiently).toBe(0);
  await page.keyboard.press('Home');
  await line.waitFor(patiently);
});

async function unreadOf(page: Page): Promise<number | undefined> {
  const { items } = await askEngine(page, 'conversations.list', { view: 'all', limit: 200 });
  return items.find(({ person }) => person.handle === 'manyletters')?.unread;
}

/** Whether the message with these words is drawn inside the timeline. */
function isInSight(page: Page, words: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const frame = document.querySelector('main section[aria-label^="History with"]')?.getBoundingClientRect();
    const found = [...document.querySelectorAll('main article p')].find((each) =>
      each.textContent?.includes(wanted),
    );
    const box = found?.getBoundingClientRect();
    return !!frame && !!box && box.top < frame.bottom && box.bottom > frame.top;
  }, words);
}
