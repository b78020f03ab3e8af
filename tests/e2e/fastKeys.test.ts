import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seededRandom } from '../../bench/corpus.ts';
import { fillWithConversations } from '../../bench/window.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { hasFocus, openRow, patiently, replyField } from './support/theWindow.ts';

const ROUNDS = Number(process.env.PERCH_KEY_ROUNDS ?? 25);
const limit = { timeout: 120_000 + ROUNDS * 5_000 };

/** A window with several hundred open conversations, the first of which is selected, and their ids in the order of the list. */
async function openMany() {
  const userData = freshUserData();
  await fillWithConversations(path.join(userData, 'workspaces', 'demo'), 400 + 2 * ROUNDS);
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await openRow(page).waitFor(patiently);
  const { items } = await askEngine(page, 'conversations.list', { view: 'queue', limit: 1_000 });
  return { page, order: items.map(({ id }) => id) };
}

/** Presses keys one after the other as fast as the window takes them. */
async function pressFast(page: Page, keys: string): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const selectedId = async (page: Page) => (await openRow(page).getAttribute('id'))?.replace(/^row-/, '');

test('resolves what is selected with fast keys, whatever is still drawn', limit, async () => {
  const { page, order } = await openMany();
  const wereOpen = new Set(order);
  const random = seededRandom(11);
  const resolved: string[] = [];
  let at = order.indexOf((await selectedId(page)) ?? '');
  for (let round = 0; round < ROUNDS; round += 1) {
    const down = 1 + Math.floor(random() * 6);
    const up = Math.floor(random() * 4);
    at = Math.max(0, Math.min(order.length - 1, at + down) - up);
    const [id = ''] = order.splice(at, 1);
    resolved.push(id);
    await pressFast(page, `${'j'.repeat(down)}${'k'.repeat(up)}e`);
    await expect.poll(() => selectedId(page), patiently).toBe(order[at]);
    await page.locator(`[id="row-${id}"]`).waitFor({ state: 'detached', ...patiently });
  }
  const { items } = await askEngine(page, 'conversations.list', { view: 'resolved', limit: 1_000 });
  // The demo begins with resolved ones.
  const done = items.map(({ id }) => id).filter((id) => wereOpen.has(id));
  expect(done.toSorted()).toEqual(resolved.toSorted());
});

test('writes to what is selected after fast keys, and into no other draft', async () => {
  const { page, order } = await openMany();
  await pressFast(page, 'jjjjr');
  await hasFocus(replyField(page));
  await page.keyboard.type('For the fifth');
  await page.keyboard.press('Escape');
  const drafts = (conversationId: string) => askEngine(page, 'drafts.list', { conversationId });
  const at = order.indexOf((await selectedId(page)) ?? '');
  expect(at).toBeGreaterThan(0);
  await expect
    .poll(async () => (await drafts(order[at] ?? '')).items.map(({ text }) => text), patiently)
    .toEqual(['For the fifth']);
  for (const other of order.slice(Math.max(0, at - 5), at)) expect((await drafts(other)).items).toEqual([]);
});

test('keeps what is drawn out of reach until the selection holds still', async () => {
  const { page } = await openMany();
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  const before = await heading.innerText(patiently);
  // In the page, where no time passes between the keys and the look at what they have done.
  const isInert = await page.evaluate(() => {
    const press = () =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }));
    for (let times = 0; times < 3; times += 1) press();
    return new Promise((resolve) => {
      queueMicrotask(() => resolve(document.querySelector('main [inert]') !== null));
    });
  });
  expect(isInert).toBe(true);
  // The first of the keys opens the second conversation at once: its heading says nothing of the last one.
  await expect.poll(() => page.locator('main [inert]').count(), patiently).toBe(0);
  expect(await heading.innerText()).not.toBe(before);
});
