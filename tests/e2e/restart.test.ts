import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/projectFolder.ts';
import { prepare } from '../../tools/prepare.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { atRest, patiently } from './support/theWindow.ts';

test('reopens the last workspace with everything that was done', async () => {
  const userData = freshUserData();
  const first = await openPerch({ userData, args: ['--demo'] });
  await askEngine(first.page, 'capture.pollNow', {});
  const [resolved] = (await askEngine(first.page, 'conversations.list', { view: 'all' })).items;
  if (!resolved) throw new Error('the demo has no conversations');
  await askEngine(first.page, 'conversations.setStatus', { id: resolved.id, status: 'resolved' });
  await askEngine(first.page, 'drafts.save', {
    conversationId: resolved.id,
    channel: 'public',
    text: 'Half a…',
  });
  await askShell(first.page, 'preferences.set', { theme: 'dark', density: 'compact' });
  const boundsIn = ({ app }: typeof first) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  // The engine can respond before the window is shown, and what is set before that may be lost.
  const isShown = () =>
    first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isShown, patiently).toBe(true);
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 20, y: 30, width: 1_000, height: 650 }),
  );
  // The system resizes the window a moment later.
  await first.page.waitForFunction(() => window.innerWidth <= 1_000);
  expect(await atRest(first.page, () => boundsIn(first))).toMatchObject({ width: 1_000, height: 650 });
  await first.close();

  const second = await openPerch({ userData });
  const got = await askEngine(second.page, 'conversations.get', { id: resolved.id });
  expect(got.conversation.status).toBe('resolved');
  const drafts = await askEngine(second.page, 'drafts.list', { conversationId: resolved.id });
  expect(drafts.items).toMatchObject([{ channel: 'public', text: 'Half a…' }]);
  const state = await askShell(second.page, 'shell.state', {});
  expect(state.workspace).toEqual({ kind: 'demo', id: 'demo' });
  expect(state.preferences).toMatchObject({ theme: 'dark', density: 'compact' });
  await expect.poll(() => boundsIn(second), patiently).toMatchObject({ width: 1_000, height: 650 });
});

test('returns to the welcome screen on demand, and stays there', async () => {
  const userData = freshUserData();
  const first = await openPerch({ userData, args: ['--demo'] });
  await askEngine(first.page, 'system.info', {});
  expect(await askShell(first.page, 'workspace.close', {})).toEqual({});
  expect((await askShell(first.page, 'shell.state', {})).workspace).toEqual({ kind: 'none' });
  await first.close();
  const second = await openPerch({ userData });
  expect((await askShell(second.page, 'shell.state', {})).workspace).toEqual({ kind: 'none' });
});

test('keeps a copy of a damaged settings file, and opens anyway', async () => {
  const userData = freshUserData();
  writeFileSync(path.join(userData, 'settings.json'), '{"settings": {"theme": "da');
  const { page } = await openPerch({ userData });
  expect((await askShell(page, 'shell.state', {})).preferences.theme).toBe('system');
  expect(readFileSync(path.join(userData, 'settings.damaged.json'), 'utf8')).toContain('"da');
});

test('brings the first window to the front instead of opening a second', async () => {
  const userData = freshUserData();
  const { app } = await openPerch({ userData });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const { program, args, env } = await prepare();
  const second = promisify(execFile)(program, [...args, projectFolder], {
    env: { ...process.env, ...env, PERCH_USER_DATA: userData },
    timeout: 30_000,
  });
  await expect(second).resolves.toBeDefined();
  await expect
    .poll(
      () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((it) => it.isVisible())),
      patiently,
    )
    .toEqual([true]);
});
