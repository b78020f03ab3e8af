import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { storeLongHistory, writerId } from './support/longHistory.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

const read = 400;
const unread = 3_000;
const texts = [
  ...Array.from({ length: read }, (_, n) => `Letter ${n}, which is answered.`),
  'Us: All of that is answered.',
  ...Array.from({ length: unread }, (_, n) => `Letter ${read + n}, which nobody has read.`),
];

test('opens at the first of 3,000 unread messages, and goes on in both directions', async () => {
  const userData = freshUserData();
  await storeLongHistory(userData, texts);
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').filter({ hasText: writerId }).first().click(patiently);
  const line = page.getByRole('separator', { name: 'Unread messages start here' });
  await line.waitFor(patiently);
  await expect.poll(async () => (await inSight(page)).includes(read), patiently).toBe(true);
  // What has been on the screen becomes read, and nothing else. A message may have been there until the composer had its full height.
  await expect.poll(() => unreadOf(page), patiently).toBeLessThan(unread);
  const letters = Math.max(...(await inSight(page))) - read + 1;
  const marked = async () => unread - (await unreadOf(page));
  await expect.poll(marked, patiently).toBeGreaterThanOrEqual(letters);
  expect(await marked()).toBeLessThanOrEqual(letters + 2);

  const history = page.getByRole('region', { name: /^History with/ });
  await history.focus();
  await expect
    .poll(async () => {
      await page.keyboard.press('PageUp');
      return Math.min(...(await inSight(page)));
    }, patiently)
    .toBeLessThan(read - 150);
  await expect
    .poll(async () => {
      await page.keyboard.press('PageDown');
      return Math.max(...(await inSight(page)));
    }, patiently)
    .toBeGreaterThan(read + 200);

  await page.getByRole('button', { name: /^Jump to newest|new$/ }).click();
  await expect.poll(async () => Math.max(...(await inSight(page))), patiently).toBe(read + unread - 1);
  expect(await unreadOf(page)).toBeGreaterThan(unread - 600);
});

/** The numbers of the letters that are drawn inside the timeline. */
function inSight(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const frame = document.querySelector('main section[aria-label^="History with"]')?.getBoundingClientRect();
    if (!frame) return [];
    return [...document.querySelectorAll('main article')].flatMap((article) => {
      const box = article.getBoundingClientRect();
      const number = /Letter (\d+)/.exec(article.textContent ?? '')?.[1];
      return number !== undefined && box.top < frame.bottom && box.bottom > frame.top ? Number(number) : [];
    });
  });
}

async function unreadOf(page: Page): Promise<number> {
  const { items } = await askEngine(page, 'conversations.list', { view: 'all', limit: 200 });
  return items.find(({ person }) => person.id === writerId)?.unread ?? 0;
}
