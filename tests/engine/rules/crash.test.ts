import { expect, onTestFinished, test } from 'vitest';
import { noSteps, type RuleDraft } from '#shared/domain/rule.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { spawnEngine } from '../../support/spawnEngine.ts';
import { until } from '../../support/startTestEngine.ts';

const LIVES = 6;
/** More than are looked at in one go, so that a kill finds some of them waiting. */
const MESSAGES = 45;

const rule: RuleDraft = {
  name: 'Counts',
  mode: 'log',
  when: { kind: 'message' },
  conditions: [],
  steps: { ...noSteps, status: 'open' },
  stops: false,
};

test('each message is looked at once, however often the engine is killed', async () => {
  const simulator = await startSimulator({ limits: false });
  onTestFinished(() => simulator.close());
  const args = ['--data', testFolder(), '--x-url', simulator.url, '--poll-seconds', '0'];
  const start = () => {
    const engine = spawnEngine(args);
    onTestFinished(() => engine.kill());
    return engine;
  };
  const first = start();
  await first.call('capture.pollNow', {});
  const id = (await first.call('rules.create', rule))?.id ?? '';
  await first.kill();
  for (let life = 0; life < LIVES; life += 1) {
    for (let n = 0; n < MESSAGES; n += 1) {
      simulator.control.mention({ from: `person${n}`, text: `Message ${life}-${n}` });
    }
    const engine = start();
    await engine.call('system.info', {});
    const polled = engine.call('capture.pollNow', {});
    // Each life ends a little later than the one before.
    await new Promise((resolve) => setTimeout(resolve, life * 15));
    await engine.kill();
    await polled;
  }
  const last = start();
  await last.call('capture.pollNow', {});
  const runs = async () => (await last.call('rules.runs', { id, limit: 1_000 }))?.items ?? [];
  await until('the rule has looked at all', async () => (await runs()).length >= LIVES * MESSAGES);
  await last.call('capture.pollNow', {});
  expect(await runs()).toHaveLength(LIVES * MESSAGES);
  expect(last.log()).not.toContain('rules.failed');
  expect(await last.end()).toBe(0);
});
