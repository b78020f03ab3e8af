import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { addColleague, patiently, replyField } from './support/theWindow.ts';

async function openDemo() {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await nameOf(page).waitFor(patiently);
  return { page, x: await findDemoX(userData) };
}

const toasts = (page: Page) => page.getByRole('region', { name: 'What you did' });
const nameOf = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });
const openName = (page: Page) => nameOf(page).locator('bdi').first().innerText();
const shows = (page: Page, words: string) => toasts(page).getByText(words).first().waitFor(patiently);

/** The stored state of the conversation with this person. */
async function stateOf(page: Page, name: string) {
  const { items } = await askEngine(page, 'conversations.list', { view: 'all', limit: 1_000 });
  const found = items.find((item) => item.person.name === name);
  if (!found) throw new Error(`no conversation with ${name}`);
  const { status, priority, agent, snoozedUntil, waitingSince } = found;
  return { status, priority, agent, snoozedUntil, waitingSince };
}

test('undoes each action with z, and finds nothing serious in its toast', async () => {
  const { page } = await openDemo();
  await addColleague(page);
  const name = await openName(page);
  const before = await stateOf(page, name);
  const actions = [
    { words: 'Assigned', act: () => page.keyboard.press('a') },
    { words: 'Priority set to “Urgent”', act: () => choosePriority(page, 'Urgent') },
    { words: 'Snoozed until', act: () => choose(page, () => page.keyboard.press('h')) },
    { words: 'Set to “Waiting for them”', act: () => chooseStatus(page, 'Waiting for them') },
    { words: 'Resolved', act: () => page.keyboard.press('e') },
  ];
  for (const { words, act } of actions) {
    await act();
    await shows(page, words);
    await shows(page, name);
    expect(await stateOf(page, name), words).not.toEqual(before);
    await page.keyboard.press('z');
    await shows(page, 'Undone');
    await expect.poll(() => stateOf(page, name), patiently).toEqual(before);
    await expect.poll(() => openName(page), patiently).toBe(name);
  }
  await page.keyboard.press('a');
  await shows(page, 'Assigned');
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
});

test('undoes on another screen, and returns to the conversation', async () => {
  const { page } = await openDemo();
  const name = await openName(page);
  const before = await stateOf(page, name);
  await page.keyboard.press('e');
  await shows(page, 'Resolved');
  await goToCosts(page);
  await shows(page, 'Resolved');
  await page.keyboard.press('z');
  await expect.poll(() => openName(page), patiently).toBe(name);
  expect(await stateOf(page, name)).toEqual(before);
});

test('takes a reply back on another screen and from the empty composer, and moves nothing meanwhile', async () => {
  const { page, x } = await openDemo();
  const name = await openName(page);
  await page.keyboard.press('r');
  await replyField(page).and(page.locator(':focus')).waitFor(patiently);
  const place = await replyField(page).boundingBox();
  await page.keyboard.type('Sorry!');
  await page.keyboard.press('ControlOrMeta+Enter');
  await shows(page, 'Public, to @');
  await expect.poll(() => replyField(page).boundingBox(), patiently).toEqual(place);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('Sorry!');

  await page.keyboard.press('ControlOrMeta+Enter');
  await shows(page, 'Public, to @');
  await page.keyboard.press('Escape');
  await goToCosts(page);
  await page.keyboard.press('z');
  // One press too many, at the moment when the text is back.
  await replyField(page).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.press('z');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('Sorry!');
  await page.keyboard.type(' zz');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('Sorry! zz');
  expect(await openName(page)).toBe(name);
  expect((await x.state()).sentPosts).toEqual([]);
});

test('undoes after the last row of the queue is gone', async () => {
  const { page, x } = await openDemo();
  const name = await openName(page);
  await expect.poll(() => countBeside(page, name), patiently).toBe(0);
  await page.keyboard.press('r');
  await replyField(page).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('Sorry!');
  await page.keyboard.press('ControlOrMeta+Enter');
  await shows(page, 'Public, to @');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await shows(page, 'Resolved');
  await expect.poll(() => countBeside(page, name), patiently).toBe(0);
  await expect.poll(() => countRowsLeft(page), patiently).toBe(0);
  await page.keyboard.press('z');
  await shows(page, 'Undone');
  await expect.poll(() => openName(page), patiently).toBe(name);
  await page.keyboard.press('z');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('Sorry!');
  expect((await x.state()).sentPosts).toEqual([]);
});

/** A row that is open stays in the list, as that of a customer of the demo who wrote just now. */
const countRowsLeft = (page: Page) => page.locator('[role="option"]:not([aria-selected="true"])').count();

/** Resolves what the demo brought besides this person, and returns how many there were. */
async function countBeside(page: Page, name: string): Promise<number> {
  const { items } = await askEngine(page, 'conversations.list', { view: 'queue', limit: 1_000 });
  const others = items.filter(({ person }) => person.name !== name);
  for (const { id } of others) await askEngine(page, 'conversations.setStatus', { id, status: 'resolved' });
  return others.length;
}

async function goToCosts(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.getByRole('heading', { level: 1, name: 'Costs' }).waitFor(patiently);
}

async function choose(page: Page, open: () => Promise<void>): Promise<void> {
  await open();
  await page.getByRole('menuitemradio').first().click();
  await page.getByRole('menu').waitFor({ state: 'hidden', ...patiently });
}

async function choosePriority(page: Page, priority: string): Promise<void> {
  await page.getByRole('button', { name: 'Priority: Normal' }).click();
  await page.getByRole('menuitemradio', { name: priority }).click();
  await page.getByRole('menu').waitFor({ state: 'hidden', ...patiently });
}

async function chooseStatus(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: /^Status/ }).click();
  await page.getByRole('menuitemradio', { name: status }).click();
  await page.getByRole('menu').waitFor({ state: 'hidden', ...patiently });
}

test('says why what a colleague has changed since is not undone, beside what else is shown', async () => {
  const { page } = await openDemo();
  await addColleague(page);
  const name = await openName(page);
  await page.keyboard.press('e');
  await shows(page, 'Resolved');
  const { items } = await askEngine(page, 'conversations.list', { view: 'resolved' });
  const id = items.find(({ person }) => person.name === name)?.id ?? '';
  await askEngine(page, 'conversations.setStatus', { id, status: 'pending' });
  await page.keyboard.press('z');
  const notice = page.getByText('has been changed since');
  await notice.waitFor(patiently);
  await expect.poll(() => openName(page), patiently).toBe(name);
  expect((await stateOf(page, name)).status).toBe('pending');
  await page.keyboard.press('a');
  await shows(page, 'Assigned');
  const [above, below] = [await notice.boundingBox(), await toasts(page).boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
});
