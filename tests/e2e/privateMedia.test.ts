import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, test } from 'vitest';
import { toPng } from '../support/pictures.ts';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { openBySearch, patiently } from './support/theWindow.ts';

const width = 1;
const height = 1;

test('shows a picture and plays a voice message of a private conversation, and names them in the list', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor({ timeout: 20_000 });
  const x = await findDemoX(userData);
  const file = 'receipt-charged-twice.png';
  await x.control('dm', {
    from: 'liv_e',
    text: 'look',
    photos: [{ file, altText: 'A receipt from the till' }],
  });
  await x.control('dm', {
    from: 'liv_e',
    text: '',
    photos: [{ type: 'audio', file: 'voice-message.wav', width, height }],
  });
  await x.control('dm', { from: 'max_e', text: '', photos: [{ type: 'audio', file: '', width, height }] });
  await x.control('dm', { from: 'odd_e', text: 'to all of you', conversationId: 'g1585823815904395264' });
  await askEngine(page, 'capture.pollNow', {});
  await page.getByRole('navigation').getByText('All', { exact: true }).first().click();
  const row = page.getByRole('option', { name: /liv_e/ });
  await row.waitFor({ timeout: 30_000 });
  await expect.poll(() => row.textContent(), patiently).toContain('Voice message');
  await row.click();
  const picture = page.getByRole('img', { name: 'A receipt from the till' });
  await picture.waitFor({ timeout: 30_000 });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), patiently)
    .toBeGreaterThan(0);
  const player = page.getByLabel('Voice message', { exact: true });
  const duration = await player.evaluate(async (audio: HTMLAudioElement) => {
    audio.muted = true;
    await audio.play();
    return audio.duration;
  });
  expect(duration).toBeCloseTo(2, 0);
  await page.getByRole('option', { name: /max_e/ }).click();
  await page.getByText('Voice message, on X').waitFor({ timeout: 30_000 });
  expect((await askEngine(page, 'capture.quarantine', {})).count).toBe(1);
  expect(await page.getByRole('option', { name: /odd_e/ }).count()).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('navigation').getByText('Sync', { exact: true }).first().click();
  await page.getByText('1 item from X isn’t shown').click();
  await page.getByText('to all of you').waitFor({ timeout: 30_000 });
});

test('a picture with too many pixels is never decoded, and shown as one that is on X', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  const file = 'receipt-charged-twice.png';
  await x.control('dm', { from: 'liv_e', text: 'look', photos: [{ file, altText: 'A receipt' }] });
  await askEngine(page, 'capture.pollNow', {});
  await expect
    .poll(() => globSync(`**/media/dm-*/*${file}`, { cwd: userData }), { timeout: 30_000 })
    .not.toEqual([]);
  const before = await memoryOfPage(app);
  for (const stored of globSync(`**/media/dm-*/*${file}`, { cwd: userData })) {
    writeFileSync(join(userData, stored), toPng(14_700, 14_700));
  }
  await page
    .getByRole('searchbox')
    .or(page.getByRole('combobox', { name: 'Search' }))
    .first()
    .waitFor({ timeout: 30_000 });
  await openBySearch(page, 'liv_e');
  await page.getByText('Photo, on X').waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Open on X' }).waitFor();
  expect((await memoryOfPage(app)) - before).toBeLessThan(300_000);
});

/** The memory of the window's process, in kilobytes; drawn, the picture would take 1,100,000. */
function memoryOfPage(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find(({ type }) => type === 'Tab')?.memory.workingSetSize ?? 0,
  );
}
