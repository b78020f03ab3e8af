import type { ElectronApplication } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

declare global {
  /** What was handed to the operating system, in Electron's main process. */
  var shownNotifications: Electron.Notification[] | undefined;
}

/** Keeps notifications instead of showing them, and makes the window look unfocused. */
async function watchNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification, BrowserWindow }) => {
    globalThis.shownNotifications = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      globalThis.shownNotifications?.push(this);
    };
    BrowserWindow.prototype.isFocused = () => false;
  });
}

const shown = (app: ElectronApplication) =>
  app.evaluate(() => globalThis.shownNotifications?.map(({ title, body }) => ({ title, body })) ?? []);

const click = (app: ElectronApplication, title: string) =>
  app.evaluate((_, wanted) => {
    const found = globalThis.shownNotifications?.find((each) => each.title === wanted);
    found?.emit('click');
    found?.emit('click');
  }, title);

test('notifies of a mention in words that arrive, and a click opens its conversation', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await watchNotifications(app);
  await askEngine(page, 'capture.pollNow', {});
  // The customers of the demo come as one group.
  await expect.poll(() => shown(app), patiently).not.toEqual([]);
  await x.control('mention', { from: 'newcustomer', text: 'R&D <3' });
  await askEngine(page, 'capture.pollNow', {});
  const body = process.platform === 'linux' ? 'R&amp;D &lt;3' : 'R&D <3';
  await expect.poll(() => shown(app), patiently).toContainEqual({ title: expect.any(String), body });
  const title = (await shown(app)).find((each) => each.body === body)?.title ?? '';
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await click(app, title);
  await page
    .getByRole('main')
    .getByRole('heading', { level: 1 })
    .filter({ hasText: 'newcustomer' })
    .waitFor(patiently);
});

test('notifies of nothing where that is switched off', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await askEngine(page, 'capture.pollNow', {});
  await askShell(page, 'preferences.set', { notifications: false });
  await watchNotifications(app);
  await x.control('mention', { from: 'newcustomer', text: 'Anybody?' });
  await askEngine(page, 'capture.pollNow', {});
  await page.waitForTimeout(3_000);
  expect(await shown(app)).toEqual([]);
});
