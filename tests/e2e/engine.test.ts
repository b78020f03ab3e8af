import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/projectFolder.ts';
import { testFolder } from '../support/openTestDb.ts';
import { askEngine, askShell, portsOf, waitForPorts, waitForShellEvent } from './support/engineInPage.ts';
import { openPerch, pidOf } from './support/openPerch.ts';
import { isDrawn, patiently } from './support/theWindow.ts';

test('opens the demo and connects the page to the engine', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  const info = await askEngine(page, 'system.info', {});
  expect(info.account?.handle).toBe('harbourhelp');
  await expect
    .poll(async () => (await askShell(page, 'shell.state', {})).workspace, { timeout: 20_000 })
    .toEqual({ kind: 'demo', id: 'demo' });
});

test('shows in the title how many people wait', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await askEngine(page, 'capture.pollNow', {});
  const { counts } = await askEngine(page, 'conversations.counts', {});
  expect(counts.queue).toBeGreaterThan(0);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()), patiently)
    .toMatch(/^\(\d+\) Perch$/);
});

test('says that the engine crashed, restarts it, and loses nothing acknowledged', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor({ timeout: 20_000 });
  await askEngine(page, 'capture.pollNow', {});
  const before = await askEngine(page, 'conversations.list', { view: 'all', limit: 1_000 });
  const [first] = before.items;
  if (!first) throw new Error('the demo has no conversations');
  await askEngine(page, 'conversations.setStatus', { id: first.id, status: 'resolved' });
  const ports = await portsOf(page);
  const pid = await pidOf(app, 'Perch engine');
  if (!pid) throw new Error('no engine runs');
  const shown = isDrawn(page, /Perch’s engine is restarting/);
  process.kill(pid, 'SIGKILL');
  await shown;
  expect(await waitForShellEvent(page, 'engine.stopped')).toEqual({
    name: 'engine.stopped',
    params: { workspaceId: 'demo', restarting: true },
  });
  await waitForPorts(page, ports + 1);
  expect(await pidOf(app, 'Perch engine')).not.toBe(pid);
  const after = await askEngine(page, 'conversations.get', { id: first.id });
  expect(after.conversation.status).toBe('resolved');
});

test('starts the engine from its code cache', async () => {
  const { app } = await openPerch();
  const script = join(testFolder(), 'isFromCache.cjs');
  const engine = JSON.stringify(join(projectFolder, 'out/engine/load.cjs'));
  writeFileSync(script, `process.parentPort.postMessage(require(${engine}).isFromCache);`);
  const isFromCache = app.evaluate(
    ({ utilityProcess }, file) =>
      new Promise((resolve) => {
        const child = utilityProcess.fork(file);
        child.once('message', (answer) => {
          child.kill();
          resolve(answer);
        });
      }),
    script,
  );
  expect(await isFromCache).toBe(true);
});

test('gives a reloaded page a new port', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await askEngine(page, 'system.info', {});
  await page.reload();
  expect((await askEngine(page, 'system.info', {})).account?.handle).toBe('harbourhelp');
});

test('leaves no process behind when it is closed', async () => {
  const { app, page, close } = await openPerch({ args: ['--demo'] });
  await askEngine(page, 'system.info', {});
  const pids = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map((it) => it.pid));
  await close();
  await expect.poll(() => pids.filter(isAlive), patiently).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
