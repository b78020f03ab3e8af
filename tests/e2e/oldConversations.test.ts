import path from 'node:path';
import { expect, test } from 'vitest';
import { newLayout, someItems } from '../support/someArchive.ts';
import { writeZip } from '../support/writeZip.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { hasFocus, patiently, replyField } from './support/theWindow.ts';

test('an imported conversation is read by keyboard, and only r brings a composer', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const { account } = await askEngine(page, 'system.info', {});
  if (!account) throw new Error('the demo has no account');
  const items = someItems({ owner: account, people: 3, messages: 4, posts: 2 });
  const file = writeZip(path.join(freshUserData(), 'twitter-2026.zip'), newLayout(items, { owner: account }));
  await askEngine(page, 'archive.import', { path: file });

  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByRole('heading', { level: 1, name: 'Resolved' }).waitFor(patiently);
  const old = page.getByText('Resolved long ago: open for reading');
  // The end of the list is that of what is loaded of it.
  await expect
    .poll(async () => {
      await page.keyboard.press('End');
      return old.isVisible();
    }, patiently)
    .toBe(true);
  await page.keyboard.press('Enter');
  expect(await replyField(page).count()).toBe(0);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('r');
  await hasFocus(replyField(page));
});
