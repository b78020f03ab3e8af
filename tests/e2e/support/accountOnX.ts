import { expect, onTestFinished } from 'vitest';
import { type Simulator, startSimulator } from '#simulator/simulator.ts';
import { askEngine, askShell } from './engineInPage.ts';
import { openPerch } from './openPerch.ts';
import { patiently } from './theWindow.ts';

const token = 'token-of-harbour';
const account = { handle: 'harbourhelp', name: 'Harbour Help' };

/** An account whose X can be taken away and brought back; it polls by itself too seldom to matter. */
export async function openAccount() {
  const x = { now: await start(0) };
  onTestFinished(() => x.now.close());
  const port = Number(new URL(x.now.url).port);
  x.now.control.mention({ from: 'annadv', text: 'where is my order?' });
  const { page, app } = await openPerch({ args: ['--x-url', x.now.url] });
  expect(await askShell(page, 'workspace.connectToken', { token, memoryOnly: true })).toEqual({});
  await askEngine(page, 'budget.set', { monthlyCapUsd: 25 });
  await askEngine(page, 'capture.begin', { since: null });
  await page.getByRole('option').first().waitFor(patiently);
  const up = async () => {
    x.now = await start(port);
  };
  return { app, page, x, up, down: () => x.now.close() };
}

function start(port: number): Promise<Simulator> {
  const people = [{ handle: 'annadv', name: 'Anna de Vries' }];
  return startSimulator({ port, token, limits: false, scenario: { account, people, events: [] } });
}
