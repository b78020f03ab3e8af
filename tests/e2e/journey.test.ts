import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { hasFocus, openLastByKeys, openRow, patiently, replyField } from './support/theWindow.ts';

const publicText = 'Hi Anna, sorry! We are looking into it.';
const privateText = 'Hi Anna, where may the new parcel go?';

test('replies to a new mention in public and in private and resolves it, by keyboard', async () => {
  const { page, x } = await openDemo();
  await openLastByKeys(page, 'Anna de Vries');
  await page.keyboard.press('r');
  await writeAndSend(page, publicText);
  await sendNow(page);
  await expect.poll(async () => (await x.state()).sentPosts, patiently).toHaveLength(1);
  const [sent] = (await x.state()).sentPosts;
  expect(sent?.text).toContain(publicText);
  expect(await x.textOf(sent?.inReplyToId ?? '')).toContain('My order 48213');

  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await writeAndSend(page, privateText);
  await sendNow(page);
  await expect
    .poll(async () => (await x.state()).sentDms, patiently)
    .toMatchObject([{ to: 'annadv', text: privateText }]);
  expect((await x.state()).sentPosts).toHaveLength(1);

  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect.poll(() => openRow(page).innerText(), patiently).not.toContain('Anna de Vries');
  await hasFocus(page.getByRole('listbox', { name: 'Queue' }));
});

test('returns the text of a reply that is undone, and sends nothing', async () => {
  const { page, x } = await openDemo();
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await writeAndSend(page, publicText);
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('');
  await page.getByText('Public, to @').first().waitFor(patiently);
  await page.keyboard.press('Escape');
  await page.keyboard.press('z');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe(publicText);
  await page
    .getByRole('button', { name: 'Undo' })
    .first()
    .waitFor({ state: 'hidden', ...patiently });
  expect((await x.state()).sentPosts).toEqual([]);
});

async function openDemo() {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  return { page, x: await findDemoX(userData) };
}

async function writeAndSend(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), patiently).toBe('TEXTAREA');
  await page.keyboard.type(text);
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Undo' }).first().waitFor(patiently);
}

async function sendNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send now' }).first().click();
}
