import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '#renderer/locales/en.ts';
import { askEngine, askShell, portsOf, waitForPorts } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { openRow, patiently, replyField } from './support/theWindow.ts';
import { ferryToken, harbourToken, startTwoBrands, type TwoBrands } from './support/twoBrands.ts';

const shared = 'Who of you can help me?';
const secret = 'My card ends in 4242.';
const draft = 'Dear Anna, we are on it';
const hour = 3_600_000;
let x: TwoBrands;

beforeAll(async () => {
  x = await startTwoBrands();
  const at = Date.now() - hour;
  const both = { from: 'annadv', text: `@harbourhelp @ferryhelp ${shared}`, at };
  expect(x.harbour.control.post(both)).toEqual(x.ferry.control.post(both));
  x.harbour.control.mention({ from: 'annadv', text: 'Are you there?', at: at + hour / 4 });
  x.harbour.control.dm({ from: 'annadv', text: secret, at: at + hour / 2 });
});
afterAll(() => x.close());

test('shows nothing of one workspace in another that has the same conversation', async () => {
  const { page } = await openPerch({ args: ['--x-url', x.url] });
  await withNewPort(page, () => connect(page, harbourToken));
  const rowId = await openAnna(page);
  await page.getByText(secret).last().waitFor(patiently);
  await replyTo(page, shared);
  await page.keyboard.type(draft);
  // Immediately, so that the last keystrokes have not reached the engine yet.
  await closeWorkspace(page);

  await withNewPort(page, () => connect(page, ferryToken));
  expect(await openAnna(page)).toBe(rowId);
  await page.getByRole('article').filter({ hasText: shared }).waitFor(patiently);
  expect(await page.getByText(secret).count()).toBe(0);
  expect(await replyField(page).inputValue()).toBe('');
  expect(await chosenTarget(page).count()).toBe(0);
  const conversationId = rowId.replace('row-', '');
  expect(await askEngine(page, 'drafts.list', { conversationId })).toEqual({ items: [] });
  await closeWorkspace(page);

  const { accounts } = await askShell(page, 'shell.state', {});
  const harbour = accounts?.find(({ handle }) => handle === 'harbourhelp');
  await withNewPort(page, () => askShell(page, 'workspace.openAccount', { id: harbour?.id ?? '' }));
  expect(await openAnna(page)).toBe(rowId);
  await page.getByText(secret).last().waitFor(patiently);
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe(draft);
  await expect
    .poll(() => askEngine(page, 'drafts.list', { conversationId }), patiently)
    .toMatchObject({ items: [{ channel: 'public', text: draft }] });
});

async function connect(page: Page, token: string): Promise<unknown> {
  const ports = await portsOf(page);
  const connected = await askShell(page, 'workspace.connectToken', { token, memoryOnly: true });
  await waitForPorts(page, ports + 1);
  await askEngine(page, 'capture.begin', { since: null });
  return connected;
}

/** Opens a workspace and waits until the page is connected to its engine. */
async function withNewPort(page: Page, open: () => Promise<unknown>): Promise<void> {
  const before = await portsOf(page);
  expect(await open()).toEqual({});
  await waitForPorts(page, before + 1);
  await askEngine(page, 'capture.pollNow', {});
}

async function closeWorkspace(page: Page): Promise<void> {
  await askShell(page, 'workspace.close', {});
  await page.getByRole('heading', { name: en.welcome.title }).waitFor(patiently);
}

/** Opens Anna's conversation from the list. Returns the id of its row. */
async function openAnna(page: Page): Promise<string> {
  await page.getByRole('option').filter({ hasText: '@annadv' }).click(patiently);
  await replyField(page).waitFor(patiently);
  return (await openRow(page).getAttribute('id')) ?? '';
}

async function replyTo(page: Page, text: string): Promise<void> {
  const post = page.getByRole('article').filter({ hasText: text });
  await post.hover();
  await post.getByRole('button', { name: en.message.answerThis }).click();
  await chosenTarget(page).waitFor(patiently);
  await page.locator('textarea:focus').waitFor(patiently);
}

/** The button that drops the chosen post to reply to. */
function chosenTarget(page: Page): Locator {
  return page.getByRole('button', { name: en.composer.answerNewest });
}
