import { expect, test } from 'vitest';
import { en } from '#renderer/locales/en.ts';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { choose, openLastByKeys, patiently } from './support/theWindow.ts';

test('a person is erased by keyboard, with a proof, and nothing finds them afterwards', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await openLastByKeys(page, 'Anna');
  await askEngine(page, 'backups.make', {});
  await choose(page, en.erasing.command);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Erase Anna de Vries for good?' }).waitFor(patiently);
  await dialog.getByText(en.erasing.final).waitFor(patiently);
  await dialog.getByText(/\d+ messages?, with the replies/).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  const erase = dialog.getByRole('button', { name: en.erasing.doIt });
  await page.keyboard.type('annadv');
  await expect.poll(() => erase.isEnabled(), patiently).toBe(true);
  await page.keyboard.type('x');
  await expect.poll(() => erase.isEnabled(), patiently).toBe(false);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect.poll(() => dialog.getByRole('checkbox').isChecked(), patiently).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.getByText(en.erasing.nothingFound).waitFor(patiently);
  await dialog.getByText(en.erasing.backupsRenewed).waitFor(patiently);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ ...patiently, state: 'hidden' });
  await expect
    .poll(() => page.getByRole('option').filter({ hasText: 'Anna de Vries' }).count(), patiently)
    .toBe(0);
  // The queue has moved on to the next conversation.
  await expect.poll(() => page.getByRole('option', { selected: true }).count(), patiently).toBe(1);
  const found = await askEngine(page, 'search.messages', { text: 'annadv' });
  expect(found).toMatchObject({ items: [], total: 0 });
});

test('a rule by which old conversations are erased is added by keyboard, after a preview', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('ControlOrMeta+,');
  const group = page.getByRole('dialog').getByRole('region', { name: en.retention.title });
  const add = group.getByRole('button', { name: en.retention.add });
  // Counted once it is in sight; what is loaded above it moves it on.
  await expect
    .poll(async () => {
      await add.scrollIntoViewIfNeeded();
      return group.getByText(en.retention.wouldEraseNone).isVisible();
    }, patiently)
    .toBe(true);
  await add.focus();
  await page.keyboard.press('Enter');
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await group.getByText('Without a message for 730 days').waitFor(patiently);
  expect(await askEngine(page, 'retention.get', {})).toMatchObject({
    rules: [{ afterDays: 730, tagId: null }],
  });
});
