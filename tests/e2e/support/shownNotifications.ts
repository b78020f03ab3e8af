import type { ElectronApplication } from 'playwright-core';

declare global {
  /** What was handed to the operating system, in Electron's main process. */
  var shownNotifications: Electron.Notification[] | undefined;
}

/** Keeps notifications instead of showing them, and makes the window look unfocused. */
export async function watchNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification, BrowserWindow }) => {
    globalThis.shownNotifications = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      globalThis.shownNotifications?.push(this);
    };
    BrowserWindow.prototype.isFocused = () => false;
  });
}

/** The notifications that were kept, the oldest first. */
export const listNotifications = (
  app: ElectronApplication,
): Promise<readonly { readonly title: string; readonly body: string }[]> =>
  app.evaluate(() => globalThis.shownNotifications?.map(({ title, body }) => ({ title, body })) ?? []);
