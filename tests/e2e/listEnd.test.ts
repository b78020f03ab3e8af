import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fillWithConversations } from '../../bench/window.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { openRow, patiently } from './support/theWindow.ts';

const MANY = 3_000;

test('shows the end of a list of thousands at once, and goes on from there and from the start', async () => {
  const userData = freshUserData();
  await fillWithConversations(path.join(userData, 'workspaces', 'demo'), MANY);
  const { page } = await openPerch({ userData, args: ['--demo'] });
  const list = page.getByRole('listbox', { name: 'Queue' });
  await list.getByRole('option').first().waitFor(patiently);
  // The customers of the demo have the most time left.
  await expect.poll(async () => (await queue(page)).length, patiently).toBeGreaterThan(MANY + 20);
  const known = await queue(page);
  await list.focus();
  await page.keyboard.press('End');
  await isSelected(page, known.at(-1));
  await areAtTheirPlaces(page, known);
  await page.keyboard.press('k');
  await isSelected(page, known.at(-2));

  // Beyond the first page from the end, and back to the start.
  for (let times = 0; times < 25; times += 1) await page.keyboard.press('PageUp');
  await areAtTheirPlaces(page, known);
  await page.keyboard.press('Home');
  await expect.poll(() => positions(page).then(([first]) => first), patiently).toBe(1);
  await areAtTheirPlaces(page, known);

  // By the scroll bar, the selection stays where it is.
  const before = await openRow(page).getAttribute('id');
  await scrollTo(page, 1);
  await areAtTheirPlaces(page, known);
  expect(Math.max(...(await positions(page)))).toBeGreaterThan(MANY);
  await scrollTo(page, 0.5);
  await areAtTheirPlaces(page, known);
  await scrollTo(page, 0);
  await areAtTheirPlaces(page, known);
  expect(await openRow(page).getAttribute('id')).toBe(before);
});

/** The conversations of the queue in their order. */
async function queue(page: Page): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | undefined; ; ) {
    const next = await askEngine(page, 'conversations.list', {
      view: 'queue',
      limit: 1_000,
      ...(after === undefined ? {} : { after }),
    });
    ids.push(...next.items.map(({ id }) => id));
    if (next.next === undefined) return ids;
    after = next.next;
  }
}

async function isSelected(page: Page, id: string | undefined): Promise<void> {
  await expect.poll(() => openRow(page).getAttribute('id'), patiently).toBe(`row-${id}`);
}

interface Drawn {
  readonly id: string;
  readonly position: number;
}

/** The rows that are in sight; null while there is room for another. */
function inSight(page: Page): Promise<Drawn[] | null> {
  return page.evaluate(() => {
    const list = document.querySelector('[role="listbox"]');
    const frame = list?.getBoundingClientRect();
    if (!list || !frame) return null;
    const rows = [...list.querySelectorAll('[role="option"]')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > frame.top && box.top < frame.bottom;
    });
    const height = rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
    if (height < frame.height - 10) return null;
    return rows.map(({ id, ariaPosInSet }) => ({
      id: id.replace(/^row-/, ''),
      position: Number(ariaPosInSet),
    }));
  });
}

const positions = async (page: Page) => ((await inSight(page)) ?? []).map(({ position }) => position);

/** Waits until the list is full of rows in the order of those that are `known`, each with its position among all. */
async function areAtTheirPlaces(page: Page, known: readonly string[]): Promise<void> {
  const astray = async () => {
    const rows = await inSight(page);
    // Whoever writes meanwhile may precede or follow all of them.
    const old = rows?.filter(({ id }) => known.includes(id)) ?? [];
    const moved = old.map(({ id, position }) => position - 1 - known.indexOf(id));
    const arrived = (await queue(page)).length - known.length;
    return rows ? moved.filter((by) => by !== moved[0] || by < 0 || by > arrived) : 'not full';
  };
  await expect.poll(astray, patiently).toEqual([]);
}

/** Scrolls to this share of the list. */
async function scrollTo(page: Page, share: number): Promise<void> {
  await page
    .getByRole('listbox')
    .evaluate((list, to) => list.scrollTo({ top: list.scrollHeight * to }), share);
}
