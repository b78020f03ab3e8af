import { expect, test } from 'vitest';
import { SLOT_MS } from '#engine/listening/spikes/baseline.ts';
import { insertSlotCounts, listSlotCounts } from '#engine/store/slotCounts.ts';
import { inTransaction } from '#engine/store/sql.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { openTestDb } from '../../../support/openTestDb.ts';
import { startTestEngine, type TestEngine } from '../../../support/startTestEngine.ts';
import { poll } from '../support.ts';

/** An engine whose mentions were captured for four weeks, with one post in each ten minutes. */
async function withPast(): Promise<TestEngine> {
  const engine = await startTestEngine();
  await poll(engine);
  await engine.restart({}, () => {
    const db = openTestDb(engine.dir);
    const last = Math.floor(engine.clock.now() / SLOT_MS) * SLOT_MS - SLOT_MS;
    const slots = Array.from({ length: (28 * DAY_MS) / SLOT_MS }, (_, index) => last - index * SLOT_MS);
    inTransaction(db, () =>
      insertSlotCounts(
        db,
        'mentions',
        slots.map((slotAt) => ({ slotAt, posts: 1 })),
      ),
    );
    db.close();
  });
  await poll(engine);
  return engine;
}

/** So many mentions with a hashtag within two minutes. */
function mention(engine: TestEngine, count: number, tag = '#HarbourFail'): void {
  for (let n = 0; n < count; n += 1)
    engine.control.post({ from: n % 2 === 0 ? 'bea' : 'carl', text: `@harbourhelp ${tag} again ${n}` });
  engine.clock.jump(2 * MINUTE_MS);
}

const alerts = ({ events }: TestEngine) => events.filter(({ name }) => name === 'listening.spike');

test('a flood of mentions raises one alert, with its reasons, that grows, ends and can be dismissed', async () => {
  const engine = await withPast();
  expect(alerts(engine)).toEqual([]);
  mention(engine, 20);
  await poll(engine);
  mention(engine, 20);
  await poll(engine);
  expect(alerts(engine)).toHaveLength(1);
  const { items } = await engine.call('spikes.list', {});
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    sourceId: 'mentions',
    endedAt: null,
    dismissed: false,
    posts: 40,
    usual: 1,
  });
  expect(items[0]?.hashtag).toEqual({ name: 'harbourfail', share: 1 });
  await engine.call('spikes.dismiss', { id: items[0]?.id ?? '' });
  engine.clock.jump(2 * HOUR_MS);
  await poll(engine);
  const [ended] = (await engine.call('spikes.list', {})).items;
  expect(ended).toMatchObject({ dismissed: true, endedAt: engine.clock.now() });
  expect(await engine.fail('spikes.dismiss', { id: 'none' })).toMatchObject({
    code: 'notFound',
    what: 'spike',
  });
});

test('what is caught up on after a pause raises no alert', async () => {
  const engine = await withPast();
  mention(engine, 40);
  engine.clock.jump(3 * HOUR_MS);
  await poll(engine);
  expect(alerts(engine)).toEqual([]);
});

test('without enough past, or switched off, there is no alert', async () => {
  const fresh = await startTestEngine();
  await poll(fresh);
  mention(fresh, 40);
  await poll(fresh);
  expect(alerts(fresh)).toEqual([]);
  const engine = await withPast();
  await engine.call('settings.set', { spikeSensitivity: 'off' });
  mention(engine, 40);
  await poll(engine);
  expect(alerts(engine)).toEqual([]);
});

/** The slots that are stored after three mentions, each of which is counted once. */
async function countThreeMentions(engine: TestEngine) {
  mention(engine, 3);
  engine.clock.jump(20 * MINUTE_MS);
  await poll(engine);
  await engine.engine.stop();
  const counts = listSlotCounts(openTestDb(engine.dir), 'mentions', 0);
  expect(counts.reduce((sum, { posts }) => sum + posts, 0)).toBe(3);
  return counts;
}

test('slots are counted from the messages, once they are captured completely', async () => {
  const engine = await startTestEngine();
  await poll(engine);
  engine.clock.jump(20 * MINUTE_MS);
  const counts = await countThreeMentions(engine);
  expect(counts.length).toBeGreaterThanOrEqual(3);
});

test('after hours in which nothing was polled, every ten minutes of them are counted at once', async () => {
  const engine = await startTestEngine();
  await poll(engine);
  engine.clock.jump(20 * MINUTE_MS);
  await poll(engine);
  engine.clock.jump(5 * HOUR_MS);
  const counts = await countThreeMentions(engine);
  const slots = counts.slice(-30).map(({ slotAt }) => slotAt);
  expect(slots).toEqual(slots.map((_, index) => (slots[0] ?? 0) + index * SLOT_MS));
  expect(slots.at(-1)).toBeGreaterThan(engine.clock.now() - 2 * SLOT_MS - MINUTE_MS);
});
