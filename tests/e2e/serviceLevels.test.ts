import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { listNotifications, watchNotifications } from './support/shownNotifications.ts';
import { choose, chooseFilter, openBySearch, patiently, replyField } from './support/theWindow.ts';

/** A minute of the target, and half a minute until Perch has noticed. */
const untilDue = { timeout: 90_000 };

/** Adds a level for VIPs, who get each reply within a minute, in the settings. */
async function promiseToVips(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('region', { name: 'Service levels' });
  await settings.getByRole('button', { name: 'New level' }).click();
  await settings.getByRole('textbox', { name: 'Name' }).fill('Gold');
  await settings.getByRole('switch', { name: 'Only VIPs' }).click();
  for (const which of ['First', 'Next'])
    await settings.getByRole('textbox', { name: `${which} reply within, in minutes` }).fill('1');
  await settings.getByRole('button', { name: 'Add level' }).click();
  const levels = settings.getByRole('list', { name: 'Service levels' });
  await levels.getByText(/^Gold \(.*\): first reply within 1\smin/).waitFor(patiently);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
}

test('a promise is shown, warned about, missed, first in the list, and kept by a reply', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await page.getByRole('option').first().waitFor(patiently);
  // The others have a week, so that they do not come before.
  const standard = { firstReplyMinutes: 10_080, nextReplyMinutes: null };
  await askEngine(page, 'serviceLevels.set', { levels: [], standard });
  await askEngine(page, 'settings.set', { officeHours: null });
  await promiseToVips(page);

  await watchNotifications(app);
  await x.control('mention', { from: 'goldie', text: 'Where is my order?' });
  await askEngine(page, 'capture.pollNow', {});
  await openBySearch(page, 'goldie');
  await choose(page, 'Add to VIPs');
  const timer = page.getByRole('timer', { name: /^Gold: first reply within 1\smin$/ });
  await timer.getByText(/^due in/).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  const warned = async () => (await listNotifications(app)).map(({ title }) => title);
  await expect.poll(warned, untilDue).toContainEqual(expect.stringMatching(/^Reply due soon: .*goldie/));
  await timer.getByText(/overdue$/).waitFor(untilDue);

  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await chooseFilter(page, 'Sort', 'Newest first');
  await chooseFilter(page, 'Sort', 'Due first');
  const first = page.getByRole('option').first();
  await expect.poll(() => first.innerText(), patiently).toMatch(/goldie[\s\S]*overdue/);

  await first.click();
  await timer.waitFor(patiently);
  await page.keyboard.press('r');
  await page.keyboard.type('It is on its way.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await timer.waitFor({ state: 'detached', ...patiently });
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('');
  // It stays where it was while somebody reads the list.
  await expect.poll(() => first.innerText(), patiently).toMatch(/goldie[\s\S]*Replied/);
  expect(await first.innerText()).not.toContain('overdue');
  const now = Date.now();
  const targets = async () => {
    const { figures } = await askEngine(page, 'reports.work', {
      from: now - 10 * MINUTE_MS,
      to: now + MINUTE_MS,
    });
    return figures.firstReply.inTarget;
  };
  await expect.poll(targets, untilDue).toMatchObject({ hits: 0, cases: 1 });
}, 300_000);
