import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { storeLongHistory, writerId } from './support/longHistory.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { atRest, openBySearch, patiently, replyField } from './support/theWindow.ts';

const total = 1_200;
const words = new Map([
  [30, 'L’ÉCRAN reste noir'],
  [600, 'the ecran again'],
  [1_190, 'écran, still'],
]);
// The last is an own reply, so that the conversation opens at its end.
const texts = Array.from({ length: total }, (_, n) =>
  n === total - 1 ? 'Us: We are on it.' : `Letter ${n}: ${words.get(n) ?? 'something else'}.`,
);

test('finds words in the whole history of a person, and returns to where one was', async () => {
  const userData = freshUserData();
  await storeLongHistory(userData, texts);
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await openBySearch(page, writerId);
  const timeline = page.getByRole('region', { name: /^History with/ });
  await timeline.and(page.locator(':focus')).waitFor(patiently);
  for (let up = 0; up < 3; up++) await page.keyboard.press('PageUp', { delay: 300 });
  const before = await placeAtRest(page);

  await page.keyboard.press('ControlOrMeta+f');
  const bar = page.getByRole('search', { name: 'Find in conversation' });
  await bar.getByRole('textbox').and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('ecran');
  const status = bar.getByRole('status');
  await expect.poll(() => status.innerText(), patiently).toMatch(/^[12] of 3$/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('ArrowUp');
  await expect
    .poll(async () => {
      // What the keys before show must be there, or the next one would be one too many.
      const shown = await atRest(page, () => status.innerText());
      if (shown !== '3 of 3') await page.keyboard.press('Enter');
      return shown;
    }, patiently)
    .toBe('3 of 3');
  await expect.poll(() => hit(page), patiently).toContain('Letter 30:');
  await expect
    .poll(() => page.locator('main article[aria-current] mark').allInnerTexts(), patiently)
    .toEqual(['ÉCRAN']);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }

  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'hidden', ...patiently });
  await expect.poll(() => firstInSight(page), patiently).toBe(before);
  await timeline.and(page.locator(':focus')).waitFor(patiently);
});

test('takes the place of the search only in an open conversation', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const search = page.getByRole('combobox', { name: 'Search' });
  await page.keyboard.press('ControlOrMeta+f');
  await search.and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await replyField(page).waitFor(patiently);
  await page.keyboard.press('ControlOrMeta+f');
  const bar = page.getByRole('search', { name: 'Find in conversation' });
  await bar.getByRole('textbox').and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('qqqq');
  await expect.poll(() => bar.getByRole('status').innerText(), patiently).toBe('No matches');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await bar.waitFor({ state: 'hidden', ...patiently });
  await page.keyboard.press('/');
  await search.and(page.locator(':focus')).waitFor(patiently);
});

/** The text of the hit, if it is drawn inside the timeline. */
function hit(page: Page): Promise<string> {
  return page.evaluate(() => {
    const frame = document.querySelector('main section[aria-label^="History with"]')?.getBoundingClientRect();
    const found = document.querySelector('main article[aria-current]');
    const box = found?.getBoundingClientRect();
    const isInSight = !!frame && !!box && box.top >= frame.top && box.bottom <= frame.bottom;
    return isInSight ? (found?.textContent ?? '') : '';
  });
}

/** The first message that is wholly inside the timeline, with its distance from the upper edge. */
function firstInSight(page: Page): Promise<string> {
  return page.evaluate(() => {
    const top =
      document.querySelector('main section[aria-label^="History with"]')?.getBoundingClientRect().top ?? 0;
    const first = [...document.querySelectorAll('main article')]
      .map((each) => ({
        text: each.querySelector('p')?.textContent,
        at: each.getBoundingClientRect().top - top,
      }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at)[0];
    return first ? `${first.text} at ${Math.round(first.at)}` : '';
  });
}

/** What `firstInSight` returns once the timeline has come to rest above its end. */
async function placeAtRest(page: Page): Promise<string> {
  const places: string[] = [];
  await expect
    .poll(async () => {
      places.push(await firstInSight(page));
      return places.length > 2 && new Set(places.slice(-3)).size === 1 && places.at(-1) !== '';
    }, patiently)
    .toBe(true);
  return places.at(-1) ?? '';
}
