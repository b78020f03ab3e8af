import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { STORE_FILE } from '#engine/store/open.ts';
import { DAY_MS } from '#shared/time.ts';
import type { SpawnedEngine } from '../../support/spawnEngine.ts';
import { until } from '../../support/startTestEngine.ts';
import { people, resolvedForCrashes, untilSettled } from './crashing.ts';

const runs = Number(process.env.PERCH_KILL_RUNS ?? 12);
async function askAll(engine: SpawnedEngine, ids: readonly string[]): Promise<void> {
  for (const id of ids) await engine.call('surveys.send', { conversationId: id, scale: 'csat' });
  await until('all are asked', async () => {
    const { items = [] } = (await engine.call('surveys.list', { state: 'sent' })) ?? {};
    return items.length === ids.length;
  });
}

const timeoutMs = 60_000 + runs * 3_000;

test(
  `asks nobody twice in ${runs} crashes, and forgets nobody`,
  async () => {
    const { control, start, ids } = await resolvedForCrashes();
    const asked = new Set<string>();
    for (let run = 0; run < runs; run += 1) {
      const engine = await start();
      // Slow responses make it likely that a crash cuts one off.
      control.addFault({ kind: 'slow', delayMs: (run * 7) % 60, match: { method: 'POST' } });
      const working = Promise.all(
        ids.slice(0, 1 + (run % people.length)).map(async (id) => {
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
    await untilSettled(engine);
    const { items: listed = [] } = (await engine.call('surveys.list', {})) ?? {};
    const asking = listed.filter(({ state }) => state === 'sent' || state === 'queued');
    expect(asking.length).toBeGreaterThan(0);
    expect(new Set(asking.map(({ personId }) => personId)).size).toBe(asking.length);
    for (const id of asked) expect(asking.map(({ conversationId }) => conversationId)).toContain(id);
    // Each text is for one person, so X must not have more of them than people were asked.
    const toPeople = control.state().sentDms.map(({ to }) => to);
    expect(new Set(toPeople).size).toBe(toPeople.length);
    expect(engine.log()).not.toContain('.failed');
    expect(await engine.end()).toBe(0);
  },
  timeoutMs,
);

test(
  `follows each low score up once in ${runs} crashes, and thanks nobody twice`,
  async () => {
    const { control, start, ids } = await resolvedForCrashes();
    const first = await start();
    await askAll(first, ids);
    await first.end();
    for (let run = 0; run < runs; run += 1) {
      const engine = await start();
      control.addFault({ kind: 'slow', delayMs: (run * 7) % 40 });
      control.dm({
        from: people[run % people.length] ?? '',
        text: run < people.length ? '2' : 'sorry, I meant 1',
      });
      const working = engine.call('capture.pollNow', {}).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, (run * 31) % 160));
      await engine.kill();
      await working;
    }
    control.clearFaults();
    const engine = await start();
    await engine.call('capture.pollNow', {});
    await untilSettled(engine);
    for (const id of ids) {
      const { activities = [], conversation } = (await engine.call('conversations.get', { id })) ?? {};
      expect(activities.filter(({ kind }) => kind === 'surveyFollowUp')).toHaveLength(1);
      expect(conversation?.status).toBe('open');
    }
    const { items: queued = [] } = (await engine.call('conversations.list', { view: 'queue' })) ?? {};
    expect(queued).toHaveLength(people.length);
    // Each is asked once, and thanked once at most.
    expect(control.state().sentDms.length).toBeLessThanOrEqual(2 * people.length);
    expect(engine.log()).not.toContain('.failed');
    expect(await engine.end()).toBe(0);
  },
  timeoutMs,
);

test(
  `reminds nobody twice in ${runs} crashes`,
  async () => {
    const { control, start, ids, dir } = await resolvedForCrashes(Date.now() - 3 * DAY_MS);
    const first = await start();
    await askAll(first, ids);
    await first.call('surveys.updateSettings', { reminds: true, remindAfterDays: 1 });
    await first.end();
    const age = (conversationId: string | undefined) => {
      const db = new Database(join(dir, STORE_FILE));
      db.prepare('UPDATE surveys SET sent_at = ? WHERE conversation_id = ? AND sent_at > ?').run(
        Date.now() - 2 * DAY_MS,
        conversationId,
        Date.now() - DAY_MS,
      );
      db.close();
    };
    const [last, ...others] = ids;
    for (let run = 0; run < runs; run += 1) {
      age(others[run % others.length]);
      const engine = await start();
      control.addFault({ kind: 'slow', delayMs: (run * 7) % 60, match: { method: 'POST' } });
      const working = engine.call('capture.pollNow', {}).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, (run * 23) % 120));
      await engine.kill();
      await working;
    }
    control.clearFaults();
    age(last);
    const engine = await start();
    await engine.call('capture.pollNow', {});
    await untilSettled(engine);
    const again = control.state().sentDms.slice(people.length);
    expect(again.every(({ text }) => text.startsWith('A quick reminder'))).toBe(true);
    expect(new Set(again.map(({ to }) => to)).size).toBe(again.length);
    expect(again.length).toBeGreaterThan(0);
    expect(engine.log()).not.toContain('.failed');
    expect(await engine.end()).toBe(0);
  },
  timeoutMs,
);

test(
  `asks nobody twice by the rule in ${runs} crashes`,
  async () => {
    const { control, start, ids } = await resolvedForCrashes();
    const first = await start();
    const { rule } = (await first.call('surveys.settings', {})) ?? {};
    if (!rule) throw new Error('The engine ended');
    await first.call('surveys.updateSettings', {
      rule: { ...rule, on: true, delayMinutes: 0, officeHoursOnly: false },
    });
    await first.end();
    const [last = '', ...others] = ids;
    // The rule looks at what was resolved when the next engine starts.
    const resolveAgain = async (engine: SpawnedEngine, id = '') => {
      await engine.call('conversations.setStatus', { id, status: 'open' });
      await engine.call('conversations.setStatus', { id, status: 'resolved' });
      await engine.call('capture.pollNow', {});
    };
    for (let run = 0; run < runs; run += 1) {
      const engine = await start();
      control.addFault({ kind: 'slow', delayMs: (run * 7) % 60, match: { method: 'POST' } });
      const working = resolveAgain(engine, others[run % others.length]).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, (run * 23) % 120));
      await engine.kill();
      await working;
    }
    control.clearFaults();
    const before = await start();
    await resolveAgain(before, last);
    await before.end();
    const engine = await start();
    await until('the last one is asked', () => control.state().sentDms.length > 0);
    await untilSettled(engine);
    const toPeople = control.state().sentDms.map(({ to }) => to);
    expect(new Set(toPeople).size).toBe(toPeople.length);
    const { items: listed = [] } = (await engine.call('surveys.list', {})) ?? {};
    const asking = listed.filter(({ state }) => state === 'sent' || state === 'queued');
    expect(new Set(asking.map(({ personId }) => personId)).size).toBe(asking.length);
    expect(engine.log()).not.toContain('.failed');
    expect(await engine.end()).toBe(0);
  },
  timeoutMs,
);
