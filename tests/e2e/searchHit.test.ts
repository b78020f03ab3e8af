import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { storeLongHistory, writerId } from './support/longHistory.ts';
import { freshUserData, openPerch, pidOf } from './support/openPerch.ts';
import { atRest, hasFocus, patiently } from './support/theWindow.ts';

const total = 1_500;
/** The letters that mention a kingfisher; the first is far beyond what is loaded when the conversation opens. */
const wanted = [17, 700, 1_450];
const unread = 20;

const texts = Array.from({ length: total }, (_, n) => {
  if (n === total - unread) return 'Us: Our kingfisher team is looking into it.';
  return `Letter ${n} ${wanted.includes(n) ? 'about the Kíngfisher' : 'about something else'}. Regards!`;
});

test('a search hit opens at its message, marked, and leads to the others; nothing else becomes read', async () => {
  const userData = freshUserData();
  await storeLongHistory(userData, texts);
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const before = await unreadOf(page);
  expect(before).toBeGreaterThan(10);

  await searchKingfisher(page);
  for (let down = 0; down < 3; down++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => hitInSight(page), patiently).toContain('Letter 17 ');
  await expect.poll(() => status(page), patiently).toBe('4 of 4');
  await expect
    .poll(() => page.locator('main article[aria-current] mark').allInnerTexts(), patiently)
    .toEqual(['Kíngfisher']);
  // Only the hit itself is the selected result.
  const openResults = page.locator('[role="option"][data-open]');
  await expect
    .poll(() => openResults.allInnerTexts(), patiently)
    .toEqual([expect.stringContaining('Letter 17 ')]);

  await page.keyboard.press('Shift+F3');
  await expect.poll(() => hitInSight(page), patiently).toContain('Letter 700 ');
  await expect.poll(() => status(page), patiently).toBe('3 of 4');
  await page.keyboard.press('ControlOrMeta+g');
  await expect.poll(() => hitInSight(page), patiently).toContain('Letter 17 ');
  await page.getByRole('button', { name: 'Newer match' }).click();
  await page.getByRole('button', { name: 'Newer match' }).click();
  await expect.poll(() => hitInSight(page), patiently).toContain('Letter 1450 ');
  await expect
    .poll(() => openResults.allInnerTexts(), patiently)
    .toEqual([expect.stringContaining('Letter 1450 ')]);

  await page.waitForTimeout(1_500);
  expect(await unreadOf(page)).toBe(before);

  // What lies between a hit far back and the newest is loaded on the way there, and nothing jumps for that.
  await page.keyboard.press('ControlOrMeta+g');
  await page.keyboard.press('ControlOrMeta+g');
  await expect.poll(() => hitInSight(page), patiently).toContain('Letter 17 ');
  await page.getByRole('search').getByRole('button').last().click();
  await page.getByRole('region', { name: /^History with/ }).focus();
  let last = 17;
  for (let down = 0; down < 12; down++) {
    await page.keyboard.press('PageDown');
    const next = await lastAtRest(page, last);
    expect(next - last).toBeLessThan(20);
    last = next;
  }
  expect(last).toBeGreaterThan(67);
  await page.getByRole('button', { name: 'Jump to newest' }).click();
  await expect.poll(() => lastInSight(page), patiently).toBe(total - 1);
});

test('a hit at the upper edge stays in sight, however late the messages above it come', async () => {
  const userData = freshUserData();
  await storeLongHistory(userData, texts);
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await searchKingfisher(page);
  for (let down = 0; down < 2; down++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => hitInSight(page), patiently).toContain('Letter 700 ');
  await expect.poll(() => status(page), patiently).toMatch(/^\d of \d$/);
  // The first of the newest page, which is in memory.
  const engine = (await pidOf(app, 'Perch engine')) ?? 0;
  process.kill(engine, 'SIGSTOP');
  await page.getByRole('button', { name: 'Newer match' }).click();
  await expect.poll(() => hitInSight(page), patiently).toContain('Letter 1450 ');
  const loaded = await heightOfHistory(page);
  await page.waitForTimeout(1_000);
  process.kill(engine, 'SIGCONT');
  await expect.poll(() => heightOfHistory(page), patiently).toBeGreaterThan(1.5 * loaded);
  expect(await atRest(page, () => hitInSight(page))).toContain('Letter 1450 ');
});

/** Searches for the kingfisher until the results are those of the whole word: those of its first letters have the same rows. */
async function searchKingfisher(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await hasFocus(page.getByRole('combobox', { name: 'Search' }));
  await page.keyboard.type('kingfisher');
  const results = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
  await expect.poll(() => results.count(), patiently).toBe(4);
  await expect.poll(() => results.first().innerText(), patiently).toContain(`You to ${writerId}`);
  await expect
    .poll(() => results.locator('mark').allInnerTexts(), patiently)
    .toEqual(['kingfisher', 'Kíngfisher', 'Kíngfisher', 'Kíngfisher']);
}

/** The number of the last letter that is drawn inside the timeline. */
function lastInSight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const frame = document.querySelector('main section[aria-label^="History with"]')?.getBoundingClientRect();
    const articles = [...document.querySelectorAll('main article')].filter(
      (article) => article.getBoundingClientRect().top < (frame?.bottom ?? 0),
    );
    return Math.max(
      ...articles.map((article) => Number(/Letter (\d+)/.exec(article.textContent ?? '')?.[1] ?? 0)),
    );
  });
}

/** The same, once it is past `before` and the scrolling has ended. */
async function lastAtRest(page: Page, before: number): Promise<number> {
  let last = before;
  const isAtRest = async () => {
    const seen = last;
    last = await lastInSight(page);
    return last > before && last === seen;
  };
  await expect.poll(isAtRest, { ...patiently, interval: 200 }).toBe(true);
  return last;
}

/** The text of the hit, if it is drawn inside the timeline. */
function hitInSight(page: Page): Promise<string> {
  return page.evaluate(() => {
    const frame = document.querySelector('main section[aria-label^="History with"]')?.getBoundingClientRect();
    const hit = document.querySelector('main article[aria-current]');
    const box = hit?.getBoundingClientRect();
    const isInSight = !!frame && !!box && box.top >= frame.top && box.bottom <= frame.bottom;
    return isInSight ? (hit?.textContent ?? '') : '';
  });
}

/** How high what is loaded of the history is, in pixels. */
function heightOfHistory(page: Page): Promise<number> {
  return page
    .locator('main section[aria-label^="History with"]')
    .evaluate(({ scrollHeight }) => scrollHeight);
}

function status(page: Page): Promise<string> {
  return page.getByRole('search', { name: 'Find in conversation' }).getByRole('status').innerText();
}

async function unreadOf(page: Page): Promise<number> {
  const { items } = await askEngine(page, 'conversations.list', { view: 'all', limit: 200 });
  return items.find(({ person }) => person.id === writerId)?.unread ?? 0;
}
