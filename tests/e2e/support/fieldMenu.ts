import type { ElectronApplication } from 'playwright-core';

declare global {
  // Kept in the main process, between two calls of a test.
  var openedFieldMenu: Electron.Menu | undefined;
}

/** Keeps native menus from opening, since nothing could click on them; the last one is remembered. */
export async function catchFieldMenus(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      globalThis.openedFieldMenu = this;
    };
  });
}

/** The enabled items of the menu that opened last; null if none has. */
export function itemsOfFieldMenu(app: ElectronApplication): Promise<string[] | null> {
  return app.evaluate(
    () =>
      globalThis.openedFieldMenu?.items
        .filter(({ type, enabled }) => type !== 'separator' && enabled)
        .map(({ label }) => label) ?? null,
  );
}

/** Chooses an item of the menu that opened last. */
export async function chooseInFieldMenu(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wanted) => {
    const item = globalThis.openedFieldMenu?.items.find((one) => one.label === wanted);
    const [window] = BrowserWindow.getAllWindows();
    item?.click(undefined, window, window?.webContents);
  }, label);
}
