import { setTimeout as wait } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPerch } from './support/openPerch.ts';
import { openRow, patiently, replyField } from './support/theWindow.ts';

/** A draft is saved within this time, in milliseconds. */
const safeAfterMs = 500;

test('restores a draft after the window was killed half a second later', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  const row = await openFirst(page);
  await write(page, 'r', 'Half a thought');
  await wait(safeAfterMs);
  const killed = await rendererOf(app);
  process.kill(killed, 'SIGKILL');
  await expect.poll(async () => [0, killed].includes(await rendererOf(app)), patiently).toBe(false);
  await expect.poll(() => openAndRead(app, row), patiently).toBe('Half a thought');
});

test('keeps the drafts of both channels and of each conversation', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  const first = await openFirst(page);
  await write(page, 'r', 'In public');
  await write(page, 'd', 'In private');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => openRow(page).getAttribute('id'), patiently).not.toBe(first);
  await write(page, 'r', 'To another');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => openRow(page).getAttribute('id'), patiently).toBe(first);
  await expectDraft(page, 'd', 'In private');
  await expectDraft(page, 'Shift+P', 'In public');
  await page.keyboard.press('ArrowDown');
  await expectDraft(page, 'r', 'To another');
});

/** Opens the first row by keyboard. Returns its id. */
async function openFirst(page: Page): Promise<string> {
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await replyField(page).waitFor(patiently);
  return (await openRow(page).getAttribute('id')) ?? '';
}

/** Writes on the channel of a key, and returns to the list. */
async function write(page: Page, key: 'r' | 'd' | 'Shift+P', text: string): Promise<void> {
  await expectDraft(page, key, '', async () => {
    await page.keyboard.insertText(text);
    await expect.poll(() => replyField(page).inputValue(), patiently).toBe(text);
  });
}

/** Expects a text on the channel of a key, and returns to the list. */
async function expectDraft(
  page: Page,
  key: 'r' | 'd' | 'Shift+P',
  text: string,
  then = async () => {},
): Promise<void> {
  await page.keyboard.press(key);
  await page.locator('textarea:focus').waitFor(patiently);
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe(text);
  await then();
  await page.keyboard.press('Escape');
}

function rendererOf(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
}

/** Opens a row and reads the reply field; through the shell, since the test driver loses a killed page. */
function openAndRead(app: ElectronApplication, rowId: string): Promise<string | null> {
  const code = `(() => {
    const row = document.getElementById(${JSON.stringify(rowId)});
    if (row?.ariaSelected === 'false') row.click();
    return document.querySelector('main textarea')?.value ?? null;
  })()`;
  return app.evaluate(
    ({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script),
    code,
  );
}
