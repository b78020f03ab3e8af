import { expect, onTestFinished, test } from 'vitest';
import { createEngine, type Engine } from '#engine/engine.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { fakeClock } from '../../../support/fakeClock.ts';
import { testFolder } from '../../../support/openTestDb.ts';
import { testOptions } from '../../../support/testOptions.ts';

/** An engine in its own rhythm on an X that enforces its limits. */
async function open() {
  const clock = fakeClock();
  const simulator = await startSimulator({ clock, limits: true });
  const dir = testFolder();
  let engine: Engine | null = null;
  const start = () => {
    const opened = createEngine({
      dataDir: dir,
      xUrl: simulator.url,
      ...testOptions,
      pollSeconds: null,
      clock,
      log: () => {},
      timeoutMs: 10_000,
    });
    if (!opened.ok) throw new Error(opened.error.code);
    engine = opened.value;
  };
  const restart = async () => {
    await engine?.stop();
    start();
  };
  const ask = (method: string) => engine?.handle(method, {});
  start();
  onTestFinished(async () => {
    await engine?.stop();
    await simulator.close();
  });
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 10_000) {
      await clock.advance(10_000);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };
  const requests = (path: string) =>
    simulator.control.state().requestLog.filter((request) => request.path.includes(path));
  return { clock, simulator, control: simulator.control, pass, restart, ask, requests };
}

test('an hour of customers who wait, restarts and impatient agents never meets a limit of X', async () => {
  const { control, pass, restart, ask, requests } = await open();
  for (let round = 0; round < 6; round += 1) {
    control.mention({ from: `p${round}`, text: 'Hello?' });
    control.dm({ from: `p${round}`, text: 'Hello?' });
    await pass(5 * MINUTE_MS);
    for (let n = 0; n < 6; n += 1) await ask('capture.pollNow');
    await pass(5 * MINUTE_MS);
    await restart();
  }
  expect(control.state().requestLog.filter((request) => request.status === 429)).toEqual([]);
  expect(requests('mentions').length).toBeGreaterThan(60);
  expect(requests('dm_events').length).toBeGreaterThan(30);
});

test('after a refusal nothing of that kind is asked before the time that X named, also after a restart', async () => {
  const { control, pass, restart, ask, requests } = await open();
  await pass(MINUTE_MS);
  control.addFault({ kind: 'rateLimited', match: { path: 'mentions' } });
  const before = requests('mentions').length;
  await ask('capture.pollNow');
  for (let n = 0; n < 4; n += 1) {
    await restart();
    await ask('capture.pollNow');
    await pass(3 * MINUTE_MS);
  }
  expect(requests('mentions')).toHaveLength(before + 1);
  await pass(5 * MINUTE_MS);
  expect(requests('mentions').length).toBeGreaterThan(before + 1);
});
