import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently, replyField } from './support/theWindow.ts';

/** A state of the screen, and the keys that enter and leave it. */
const screens = [
  { name: 'the queue with a conversation', keys: [], shown: (page: Page) => replyField(page) },
  { name: 'the settings', keys: ['ControlOrMeta+,'], shown: (page: Page) => dialog(page, 'Settings') },
  { name: 'the keys', keys: ['?'], shown: (page: Page) => dialog(page, 'Keyboard shortcuts') },
  {
    name: 'the palette',
    keys: ['ControlOrMeta+k'],
    shown: (page: Page) => dialog(page, 'Command palette'),
  },
  {
    name: 'the search',
    keys: ['/', 'o', 'r', 'd', 'e', 'r'],
    shown: (page: Page) => page.locator('mark').first(),
  },
] as const;

/** With these the settings show every control of office hours. */
const officeHours = {
  ranges: [{ days: [1, 2], from: '09:00', to: '17:00' }],
  holidays: [{ date: '2026-12-25', yearly: true }],
  timeZone: 'Europe/Brussels',
};

/** With these they show every control of service levels. */
const serviceLevels = {
  levels: (['public', 'dm'] as const).map((channel) => ({
    name: channel,
    conditions: { channel },
    targets: { firstReplyMinutes: 15, nextReplyMinutes: null },
  })),
  standard: { firstReplyMinutes: 60, nextReplyMinutes: null },
};

test.each(['light', 'dark'] as const)(
  'finds nothing serious on the first screen in the %s theme',
  async (theme) => {
    const { page } = await openPerch();
    await wear(page, theme);
    await page.getByRole('button', { name: 'Try the demo' }).waitFor(patiently);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Connect your X account' }).click();
    await page.getByLabel('Client ID').waitFor(patiently);
    expect(await seriousFaults(page)).toEqual([]);
  },
);

test('finds nothing serious on the screens of a workspace, in both themes', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await askEngine(page, 'settings.set', { officeHours });
  await askEngine(page, 'serviceLevels.set', serviceLevels);
  await page.keyboard.press('j');
  for (const { name, keys, shown } of screens) {
    for (const key of keys) await page.keyboard.press(key);
    await shown(page).waitFor(patiently);
    for (const theme of ['light', 'dark'] as const) {
      await wear(page, theme);
      expect(await seriousFaults(page), `${name}, ${theme}`).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden', ...patiently });
  }
});

function dialog(page: Page, name: string) {
  return page.getByRole('dialog', { name });
}
