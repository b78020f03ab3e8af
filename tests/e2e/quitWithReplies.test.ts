import { once } from 'node:events';
import type { ElectronApplication } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

declare global {
  /** The buttons of each dialog that Electron's main process was to show. */
  var askedWith: string[][] | undefined;
}

/** Presses this button of every dialog of the system. */
async function press(app: ElectronApplication, button: string): Promise<void> {
  await app.evaluate(({ dialog }, label) => {
    globalThis.askedWith = [];
    dialog.showMessageBox = (async (...args: Electron.MessageBoxOptions[]) => {
      const buttons = args.at(-1)?.buttons ?? [];
      globalThis.askedWith?.push(buttons);
      return { response: buttons.indexOf(label), checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  }, button);
}

const asked = (app: ElectronApplication) => app.evaluate(() => globalThis.askedWith?.length);

/** A demo in which a reply is held for a minute. */
async function openWithHeld() {
  const userData = freshUserData();
  const perch = await openPerch({ userData, args: ['--demo'] });
  const { app, page } = perch;
  await askEngine(page, 'capture.pollNow', {});
  const { items } = await askEngine(page, 'conversations.list', { view: 'queue' });
  const row = items.find(({ reason }) => reason === 'mention');
  if (!row) throw new Error('nobody has mentioned the demo');
  const reply = { conversationId: row.id, channel: 'public', text: 'On it!', undoMs: 60_000 } as const;
  const { outboxId: id } = await askEngine(page, 'replies.send', reply);
  const exited = once(app.process(), 'exit');
  const statusAfter = async () => {
    await exited;
    await perch.close();
    const { page } = await openPerch({ userData });
    const { items } = await askEngine(page, 'outbox.list', {});
    return items.find((entry) => entry.id === id)?.status.kind;
  };
  return { app, page, id, statusAfter };
}

const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

test('closing the window sends a held reply first, if the agent wants that', async () => {
  const { app, statusAfter } = await openWithHeld();
  await press(app, 'Send now and quit');
  await closeWindow(app);
  expect(await statusAfter()).toBe('sent');
});

test('quitting keeps a held reply for the next start, if the agent wants that', async () => {
  const { app, statusAfter } = await openWithHeld();
  await press(app, 'Keep in Perch');
  await app.evaluate(({ app: electron }) => electron.quit());
  expect(await statusAfter()).toBe('held');
});

test('closing and quitting can be cancelled, and the next attempt asks again', async () => {
  const { app, page, id, statusAfter } = await openWithHeld();
  await press(app, 'Cancel');
  await closeWindow(app);
  await expect.poll(() => asked(app), patiently).toBe(1);
  await app.evaluate(({ app: electron }) => electron.quit());
  await expect.poll(() => asked(app), patiently).toBe(2);
  const { items } = await askEngine(page, 'outbox.list', {});
  expect(items.find((entry) => entry.id === id)?.status.kind).toBe('held');
  await press(app, 'Keep in Perch');
  await closeWindow(app);
  expect(await statusAfter()).toBe('held');
});

test('the end of the session ends Perch without a question, and keeps a held reply', async () => {
  const { app, statusAfter } = await openWithHeld();
  await press(app, 'Cancel');
  app.process().kill('SIGTERM');
  expect(await statusAfter()).toBe('held');
});

test('closing the workspace asks too, and closes it only if the agent wants that', async () => {
  const { app, page } = await openWithHeld();
  await page.getByRole('option').first().waitFor({ timeout: 20_000 });
  await press(app, 'Cancel');
  await askShell(page, 'workspace.close', {});
  expect(await asked(app)).toBe(1);
  expect((await askShell(page, 'shell.state', {})).workspace.kind).toBe('demo');
  await press(app, 'Send now and close');
  await askShell(page, 'workspace.close', {});
  expect((await askShell(page, 'shell.state', {})).workspace.kind).toBe('none');
});
