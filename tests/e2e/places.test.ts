import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { openRow, patiently } from './support/theWindow.ts';

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });
const unread = async (page: Page) => {
  const { items } = await askEngine(page, 'conversations.list', { view: 'all', limit: 1_000 });
  return new Map(items.map(({ id, unread }) => [id, unread]));
};

/** A demo that shows the third conversation of All, once that is saved. */
async function openAtThird(userData: string) {
  const perch = await openPerch({ userData, args: ['--demo'] });
  const { page } = perch;
  await page.getByRole('option').nth(3).waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.getByRole('heading', { level: 1, name: 'All' }).waitFor(patiently);
  await page.getByRole('option').nth(3).waitFor(patiently);
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('j');
  await expect.poll(async () => openRow(page).count(), patiently).toBe(1);
  // The first one is still drawn until the selection holds still.
  await page.locator('main [inert]').waitFor({ state: 'detached', ...patiently });
  const name = (await heading(page).innerText()).trim();
  const id = await isSaved(page);
  return { ...perch, name, id };
}

/** Waits until the place in the demo is that of the selected conversation, and no longer that of one before it. Returns its id. */
async function isSaved(page: Page): Promise<string> {
  const id = (await openRow(page).getAttribute('id', patiently))?.replace(/^row-/, '') ?? '';
  await expect
    .poll(async () => (await askShell(page, 'shell.state', {})).places?.demo?.conversationId, patiently)
    .toBe(id);
  return id;
}

test('shows view and conversation again after a crash, and marks nothing else as read', async () => {
  const userData = freshUserData();
  const first = await openAtThird(userData);
  await expect.poll(async () => (await unread(first.page)).get(first.id), patiently).toBe(0);
  const before = await unread(first.page);
  const exited = once(first.app.process(), 'exit');
  first.app.process().kill('SIGKILL');
  await exited;

  const { page } = await openPerch({ userData });
  await expect.poll(async () => (await heading(page).innerText()).trim(), patiently).toBe(first.name);
  await page.getByRole('heading', { name: 'All', exact: true }).waitFor(patiently);
  await expect.poll(async () => openRow(page).innerText(), patiently).toContain(first.name);
  // What is opened later is read later than anything that the start would have marked.
  await page.keyboard.press('j');
  const next = (await openRow(page).getAttribute('id', patiently))?.replace(/^row-/, '') ?? '';
  await expect.poll(async () => (await unread(page)).get(next), patiently).toBe(0);
  const after = await unread(page);
  for (const [other, count] of before)
    if (other !== next) expect(after.get(other)).toBeGreaterThanOrEqual(count);
});

test('opens the view alone when its conversation is gone', async () => {
  const userData = freshUserData();
  const first = await openAtThird(userData);
  const place = { screen: 'conversations', view: 'all', conversationId: 'gone', front: 'list' } as const;
  await first.page.evaluate(
    (given) => window.perch?.call('places.set', { workspaceId: 'demo', place: given }),
    place,
  );
  await first.app.evaluate(({ app }) => app.exit(0)).catch(() => {});
  const { page } = await openPerch({ userData });
  await page.getByRole('heading', { name: 'All', exact: true }).waitFor(patiently);
  await page.getByText('No conversation open').waitFor(patiently);
  await expect.poll(() => page.getByRole('alert').allInnerTexts(), patiently).toEqual(['']);
});

test('shows a saved view again with its conversation', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').nth(3).waitFor(patiently);
  const { id } = await askEngine(page, 'views.create', {
    name: 'Private first',
    view: 'all',
    filter: { channel: 'dm' },
  });
  await page.getByRole('button', { name: /^Private first/ }).waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await page.getByRole('heading', { name: 'Private first' }).waitFor(patiently);
  await page.getByRole('option').nth(1).waitFor(patiently);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await isSaved(page);
  await page.locator('main [inert]').waitFor({ state: 'detached', ...patiently });
  expect((await askShell(page, 'shell.state', {})).places?.demo).toMatchObject({ savedView: id });
  const name = (await heading(page).innerText()).trim();
  await app.evaluate((electron) => electron.app.exit(0)).catch(() => {});

  const again = (await openPerch({ userData })).page;
  await again.getByRole('heading', { name: 'Private first' }).waitFor(patiently);
  await again.getByRole('button', { name: 'Remove filter: Private' }).waitFor(patiently);
  await expect.poll(async () => (await heading(again).innerText()).trim(), patiently).toBe(name);
  await expect.poll(async () => openRow(again).innerText(), patiently).toContain(name);
});
