import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { openRow, patiently } from './support/theWindow.ts';
import { typeAtOnce } from './support/typeAtOnce.ts';

/** What agents have done to the conversations, whatever their customers write meanwhile. */
async function workOn(page: Page): Promise<ReadonlyMap<string, string>> {
  const { items } = await askEngine(page, 'conversations.list', { view: 'all', limit: 1_000 });
  const done = items.filter(({ status, snoozedUntil }) => status === 'resolved' || snoozedUntil !== null);
  return new Map(done.map(({ id, status }) => [id, status]));
}

/** Each letter is a shortcut elsewhere. */
const text = [...'hezwx'];

const openers = [
  ['j', 'r'],
  ['j', 'n'],
  ['/'],
  ['g', 'o', '/'],
  ['Mod+k'],
  ['l'],
  ['g', 'a', 'j', 'r'],
] as const;

/** Opens the demo on a machine that is busy. */
async function openBusyDemo(): Promise<Page> {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').nth(9).waitFor(patiently);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return page;
}

test('what is typed at once after a key that opens a field is its text, and runs nothing', async () => {
  const page = await openBusyDemo();
  const before = await workOn(page);
  for (const keys of openers) {
    await typeAtOnce(page, [...keys, ...text]);
    await expect.poll(() => page.locator(':focus').inputValue(), patiently).toBe(text.join(''));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Backspace');
    await typeAtOnce(page, ['Escape', 'Escape', 'g', 'q']);
    await page.locator('[role="listbox"]:focus').waitFor(patiently);
  }
  expect(await workOn(page)).toEqual(before);
}, 300_000);

test('Enter and Escape are for the palette and the menu that have just opened, and z for what was just done', async () => {
  const page = await openBusyDemo();
  const before = await workOn(page);
  const words = (typed: string) => ['Mod+k', ...typed, 'Enter'];
  await typeAtOnce(page, [...words('keyboard sh'), 'Escape', ...words('costs')]);
  await page.getByRole('heading', { level: 1, name: 'Costs' }).waitFor(patiently);
  await typeAtOnce(page, ['g', 'q', 'j']);
  const first = await openRow(page).getAttribute('id', patiently);
  for (const act of [
    ['h', 'Enter'],
    ['h', 'Escape', 'e'],
  ]) {
    await typeAtOnce(page, [...act, 'z']);
    await page.getByText('Undone').first().waitFor(patiently);
    await expect.poll(() => openRow(page).getAttribute('id'), patiently).toBe(first);
    expect(await workOn(page)).toEqual(before);
  }
}, 300_000);

test('what is typed at once after z is for what z brings back', async () => {
  const page = await openBusyDemo();
  const before = await workOn(page);
  await typeAtOnce(page, ['j']);
  const first = (await openRow(page).getAttribute('id', patiently))?.replace('row-', '') ?? '';
  await typeAtOnce(page, ['e', 'z', 'e']);
  await expect.poll(() => workOn(page), patiently).toEqual(new Map([...before, [first, 'resolved']]));
}, 300_000);
