import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently, replyField } from './support/theWindow.ts';

test('shows how far the pictures of a reply are, and takes it back meanwhile', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  const photo = path.join(userData, 'large.png');
  const small = readFileSync('assets/demo/photos/parcel-on-porch.png');
  writeFileSync(photo, Buffer.concat([small, Buffer.alloc(1_400_000, 7)]));
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, photo);
  // The first part arrives, the second gets no response.
  await x.control('faults', { kind: 'slow', delayMs: 0, match: { path: 'append' } });
  await x.control('faults', { kind: 'timeout', match: { path: 'append' } });
  await askEngine(page, 'settings.set', { undoSeconds: 0 });
  await page.getByRole('option').filter({ hasText: '@davidpark' }).click(patiently);
  await page.keyboard.press('r');
  await replyField(page).fill('This is what it looks like.');
  await page.keyboard.press('ControlOrMeta+Shift+A');
  await page.getByRole('textbox', { name: 'Description of large.png' }).fill('A parcel', patiently);
  await page.locator('[data-alt-text="missing"]').waitFor({ ...patiently, state: 'detached' });
  await page.keyboard.press('ControlOrMeta+Enter');
  const bar = page.getByRole('progressbar', { name: 'Pictures of this reply uploaded' }).first();
  await expect.poll(() => bar.getAttribute('aria-valuenow'), patiently).toMatch(/^[1-9]\d?$/);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.getByRole('main').getByRole('button', { name: 'Cancel', exact: true }).focus();
  await page.keyboard.press('Enter');
  await bar.waitFor({ ...patiently, state: 'detached' });
  const field = page.getByRole('textbox', { name: 'Public reply to @davidpark' });
  await expect.poll(() => field.inputValue(), patiently).toBe('This is what it looks like.');
  const description = page.getByRole('textbox', { name: 'Description of large.png' });
  await expect.poll(() => description.inputValue(), patiently).toBe('A parcel');
  expect((await x.state()).sentPosts).toEqual([]);
  await field.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(async () => (await x.state()).sentPosts.length, { timeout: 60_000 }).toBe(1);
});
