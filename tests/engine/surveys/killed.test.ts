import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '#simulator/simulator.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { spawnEngine } from '../../support/spawnEngine.ts';
import { until } from '../../support/startTestEngine.ts';

const people = ['anna', 'bob', 'carl', 'dora', 'emma', 'finn'];
/** What Perch looks for on X, or sends again, over more than a minute. */
const later = new Set(['resendDelayed', 'outcomeUnknown']);
const runs = Number(process.env.PERCH_KILL_RUNS ?? 12);

test(
  `asks nobody twice in ${runs} crashes, and forgets nobody`,
  async () => {
    const simulator = await startSimulator({ limits: false });
    onTestFinished(() => simulator.close());
    const dir = testFolder();
    const { control } = simulator;
    const start = async () => {
      const engine = spawnEngine(['--data', dir, '--x-url', simulator.url, '--poll-seconds', '0']);
      onTestFinished(() => engine.kill());
      await engine.call('capture.status', {});
      return engine;
    };
    for (const from of people) control.dm({ from, text: 'Thanks, all is well' });
    const first = await start();
    await first.call('capture.pollNow', {});
    await first.call('settings.set', { undoSeconds: 0 });
    // The test may run at night.
    await first.call('surveys.updateSettings', { quietFrom: 0, quietTo: 0 });
    const { items = [] } = (await first.call('conversations.list', { view: 'all' })) ?? {};
    expect(items).toHaveLength(people.length);
    for (const { id } of items) await first.call('conversations.setStatus', { id, status: 'resolved' });
    await first.end();

    const asked = new Set<string>();
    for (let run = 0; run < runs; run += 1) {
      const engine = await start();
      // Slow responses make it likely that a crash cuts one off.
      control.addFault({ kind: 'slow', delayMs: (run * 7) % 60, match: { method: 'POST' } });
      const working = Promise.all(
        items.slice(0, 1 + (run % people.length)).map(async ({ id }) => {
          const sent = await engine
            .call('surveys.send', { conversationId: id, scale: 'csat' })
            .catch(() => null);
          if (sent) asked.add(id);
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, (run * 23) % 120));
      await engine.kill();
      await working;
    }
    control.clearFaults();
    const engine = await start();
    await engine.call('capture.pollNow', {});
    const listed = async () => (await engine.call('surveys.list', {}))?.items ?? [];
    const waiting = async () => (await engine.call('outbox.list', {}))?.items ?? [];
    await until('what can be settled at once is', async () => {
      const entries = await waiting();
      return entries.every(({ state, error }) => state === 'sent' || later.has(error?.code ?? ''));
    });
    const asking = (await listed()).filter(({ state }) => state === 'sent' || state === 'queued');
    expect(asking.length).toBeGreaterThan(0);
    expect(new Set(asking.map(({ personId }) => personId)).size).toBe(asking.length);
    for (const id of asked) expect(asking.map(({ conversationId }) => conversationId)).toContain(id);
    // Each text is for one person, so X must not have more of them than people were asked.
    const toPeople = control.state().sentDms.map(({ to }) => to);
    expect(new Set(toPeople).size).toBe(toPeople.length);
    expect(engine.log()).not.toContain('.failed');
    expect(await engine.end()).toBe(0);
  },
  60_000 + runs * 3_000,
);
