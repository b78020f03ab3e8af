import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '#renderer/locales/en.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { hasFocus, patiently } from './support/theWindow.ts';

const TOKEN = 'token-of-a-removed-account';

test('an account is logged out with all its data kept, and removed with a reply still held', async () => {
  const x = await startSimulator({ port: 0, token: TOKEN, limits: false });
  const { id: postId } = x.control.mention({ from: 'annadv', text: 'Where is it?' });
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--x-url', x.url] });
  const connect = () => askShell(page, 'workspace.connectToken', { token: TOKEN, plainTextConsent: true });
  await connect();
  await page.getByRole('button', { name: en.begin.start }).click(patiently);
  await page.getByRole('option').first().waitFor(patiently);
  const [folder = ''] = readdirSync(path.join(userData, 'workspaces'));

  await run(page, en.account.logOut);
  await page.getByRole('dialog').getByRole('button', { name: en.account.logOut }).click();
  await page.getByRole('button', { name: /Open @harbourhelp/ }).waitFor(patiently);
  expect(readdirSync(path.join(userData, 'logins'))).toEqual([]);
  await page.getByRole('button', { name: /Open @harbourhelp/ }).click();
  await page.getByRole('option').filter({ hasText: 'Where is it?' }).waitFor(patiently);

  await askShell(page, 'workspace.close', {});
  expect(await connect()).toEqual({});
  await page.getByRole('option').first().waitFor(patiently);
  const conversationId = `c${postId}`;
  await askEngine(page, 'replies.send', { conversationId, text: 'On it', channel: 'public', undoMs: 60_000 });
  await run(page, en.account.remove);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 reply that X doesn’t have yet').waitFor(patiently);
  await dialog.getByText(/with their copies: [\d.]+ MB/).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await dialog.getByRole('textbox').fill('harbourhelp');
  await dialog.getByRole('button', { name: en.account.removeForGood }).click();
  await page.getByRole('heading', { name: en.welcome.title }).waitFor(patiently);
  await page.getByRole('button', { name: /Open @harbourhelp/ }).waitFor({ ...patiently, state: 'detached' });
  expect(existsSync(path.join(userData, 'workspaces', folder))).toBe(false);
  expect(readdirSync(path.join(userData, 'workspaces'))).toEqual([]);
  expect(readdirSync(path.join(userData, 'logins'))).toEqual([]);
  expect(x.control.state().sentPosts).toEqual([]);
  await x.close();
});

/** Runs a command from the palette. */
async function run(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await hasFocus(page.getByRole('dialog').getByRole('combobox'));
  await page.keyboard.type(name);
  await page.getByRole('option', { name, exact: true }).click(patiently);
  await page.getByRole('dialog').waitFor(patiently);
}
