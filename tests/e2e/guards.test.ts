import { expect, test } from 'vitest';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently, replyField } from './support/theWindow.ts';

const leak = 'Is 0471\u00a023\u202f45\u201167 still your number?';

/** The demo with a leak in the public field of a conversation, of which the composer warns. */
async function openLeak() {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.getByRole('option').filter({ hasText: '@davidpark' }).click(patiently);
  await page.keyboard.press('r');
  await replyField(page).fill(leak);
  await page.getByText(/seems to contain a phone number/).waitFor(patiently);
  return page;
}

test('a leak in public is marked and stopped, and sent once it is allowed by a key', async () => {
  const page = await openLeak();
  await expect
    .poll(() => page.locator('mark').allTextContents(), patiently)
    .toEqual(['0471\u00a023\u202f45\u201167']);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText(/^Not sent\./).waitFor(patiently);
  expect(await replyField(page).inputValue()).toBe(leak);
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await page.getByText(/^Allowed: you can send/).waitFor(patiently);
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.locator('article').filter({ hasText: 'still your number?' }).waitFor(patiently);
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  const figures = page.getByRole('table', { name: 'In the last 30 days' });
  await figures.getByRole('row', { name: 'Personal data 0 0 1' }).waitFor(patiently);
  await figures.scrollIntoViewIfNeeded();
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
});

test('a leak in public is sent privately by a key', async () => {
  const page = await openLeak();
  await page.keyboard.press('ControlOrMeta+Shift+D');
  const sent = page.locator('article').filter({ hasText: 'still your number?' });
  await sent.waitFor(patiently);
  await page
    .getByText(/^Private, to David/)
    .first()
    .waitFor(patiently);
  const field = page.getByRole('textbox', { name: /^Private message to/ });
  await expect.poll(() => field.inputValue(), patiently).toBe('');
});
