import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { ElectronApplication } from 'playwright-core';
import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/projectFolder.ts';
import { prepare } from '../../tools/prepare.ts';
import { openFakeBus } from '../support/fakeBus.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

/** A demo on a desktop whose session bus says that it shows tray icons, or that it shows none. */
async function openOnDesktop(hasTray: boolean) {
  const { address } = await openFakeBus({ reply: hasTray });
  const userData = freshUserData();
  const perch = await openPerch({ userData, args: ['--demo'] });
  await askEngine(perch.page, 'system.info', {});
  // Not from the start: GTK waits for the replies of a bus that can do nothing else.
  await perch.app.evaluate((_, given) => {
    process.env.DBUS_SESSION_BUS_ADDRESS = given;
  }, address);
  return { ...perch, userData, exited: once(perch.app.process(), 'exit') };
}

/** Presses this button of every dialog of the system; returns the texts of those that were asked. */
async function press(app: ElectronApplication, button: string): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }, label) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (async (...args: Electron.MessageBoxOptions[]) => {
      const { message = '', buttons = [] } = args.at(-1) ?? {};
      asked.push(message);
      return { response: buttons.indexOf(label), checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  }, button);
  return () => app.evaluate(() => Reflect.get(globalThis, 'asked') as string[]);
}

const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const isVisible = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));

/** Starts Perch once more, as a person would. */
async function startAgain(userData: string): Promise<void> {
  const { program, args, env } = await prepare();
  await promisify(execFile)(program, [...args, projectFolder], {
    env: { ...process.env, ...env, PERCH_USER_DATA: userData },
    timeout: 30_000,
  });
}

test('the first close asks; Perch then goes on polling without its window, until it is started again', async () => {
  const { app, page, userData, exited } = await openOnDesktop(true);
  const asked = await press(app, 'Keep running');
  await closeWindow(app);
  await expect.poll(() => isVisible(app), patiently).toEqual([false]);
  expect(await asked()).toEqual(['Keep Perch running in the background?']);
  await expect
    .poll(async () => (await askShell(page, 'shell.state', {})).preferences.keepRunning, patiently)
    .toBe(true);
  const polledAt = async () =>
    Math.max(
      ...(await askEngine(page, 'capture.status', {})).sources.map((source) => source.lastPollAt ?? 0),
    );
  const before = await polledAt();
  await expect.poll(polledAt, patiently).toBeGreaterThan(before);
  await startAgain(userData);
  await expect.poll(() => isVisible(app), patiently).toEqual([true]);
  await closeWindow(app);
  await expect.poll(() => isVisible(app), patiently).toEqual([false]);
  expect(await asked()).toHaveLength(1);
  app.process().kill('SIGTERM');
  await exited;
});

test('where the desktop shows no tray, closing quits, and says why to somebody who wanted Perch to go on', async () => {
  const { app, page, exited } = await openOnDesktop(false);
  expect(await askShell(page, 'background.get', {})).toEqual({ hasTray: false, startsAtLogin: false });
  await askShell(page, 'preferences.set', { keepRunning: true });
  const asked = await press(app, 'Cancel');
  await closeWindow(app);
  await expect.poll(asked, patiently).toEqual(['Perch can’t stay in the background here']);
  expect(await isVisible(app)).toEqual([true]);
  await press(app, 'Quit');
  await closeWindow(app);
  await exited;
});
