import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { patiently, replyField } from './support/theWindow.ts';

test('initials are turned on by the keyboard, end a reply, and do not come back with its text', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByLabel('Your initials').fill('^AB');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect
    .poll(() => askEngine(page, 'settings.get', {}), patiently)
    .toMatchObject({ initials: 'AB', signedChannels: ['public'] });
  await page.keyboard.press('Escape');
  await page.getByRole('option').filter({ hasText: '@davidpark' }).click(patiently);
  await page.keyboard.press('r');
  await replyField(page).fill('We are on it!');
  await page.getByRole('img', { name: 'Ends with your initials: ^AB' }).waitFor(patiently);
  await page.keyboard.press('ControlOrMeta+Enter');
  const newest = async () => (await askEngine(page, 'outbox.list', { limit: 1 })).items[0];
  await expect.poll(async () => (await newest())?.text, patiently).toBe('We are on it! ^AB');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('We are on it!');
});
