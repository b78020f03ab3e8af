import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { addColleague, openRow, patiently, replyField } from './support/theWindow.ts';

const MOST_STROKES = 40;

test(`replies to 13, resolves 3, snoozes 2 and assigns 2 of 20 conversations in at most ${MOST_STROKES} strokes`, async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ args: ['--demo'], userData });
  const x = await findDemoX(userData);
  await page.getByRole('option').nth(19).waitFor(patiently);
  let strokes = 0;
  const press = async (keys: string) => {
    strokes += 1;
    await page.keyboard.press(keys);
  };
  await addColleague(page);
  await press('j');
  for (let at = 0; at < 13; at += 1) await reply(page, press, `Thanks, we are on it (${at}).`);
  for (let at = 0; at < 3; at += 1) await andNext(page, () => press('e'));
  for (let at = 0; at < 2; at += 1) {
    await andNext(page, async () => {
      await press('h');
      await page.getByRole('menuitemradio').first().and(page.locator(':focus')).waitFor(patiently);
      await press('Enter');
    });
  }
  for (let at = 0; at < 2; at += 1) {
    await press('a');
    await andNext(page, () => press('j'));
  }
  expect(strokes).toBeLessThanOrEqual(MOST_STROKES);
  const sent = async () => {
    const { sentPosts, sentDms } = await x.state();
    return [...sentPosts, ...sentDms].filter(({ text }) => text.includes('we are on it')).length;
  };
  await expect.poll(sent, { timeout: 60_000 }).toBe(13);
});

/** Replies where the person wrote, resolves, and waits for the next conversation. */
async function reply(page: Page, press: (keys: string) => Promise<void>, text: string): Promise<void> {
  await andNext(page, async () => {
    await press('r');
    await replyField(page).and(page.locator(':focus')).waitFor(patiently);
    await page.keyboard.insertText(text);
    await expect.poll(() => replyField(page).inputValue(), patiently).toBe(text);
    await press('ControlOrMeta+Shift+Enter');
  });
}

/** Does something that moves on, and waits until another conversation is open and the list has the focus. */
async function andNext(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await openRow(page).getAttribute('id');
  await act();
  await expect.poll(() => openRow(page).getAttribute('id'), patiently).not.toBe(before);
  await page.locator('[role="listbox"]:focus').waitFor(patiently);
}
