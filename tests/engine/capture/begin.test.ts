import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

/** A held workspace of an account to which people wrote in the last three weeks, every day the same. */
async function openBusy({ dmsPerDay = 2, days = 21 } = {}): Promise<TestEngine> {
  const test = await startTestEngine();
  const now = test.clock.now();
  for (let day = days; day >= 1; day -= 1) {
    const at = now - day * DAY_MS + HOUR_MS;
    test.control.mention({ from: `fan${day}`, text: `Mention of day ${day}`, at });
    for (let nth = 0; nth < dmsPerDay; nth += 1) {
      test.control.dm({ from: `friend${day}x${nth}`, text: 'Hello', at: at + nth * MINUTE_MS });
    }
  }
  await test.call('capture.hold', {});
  return test;
}

const paths = (test: TestEngine) => test.control.state().requestLog.map(({ path }) => path);
const reads = (test: TestEngine) => paths(test).filter((path) => !/users\/me$|counts\/recent$/.test(path));

describe('a held workspace', () => {
  test('reads nothing, on demand or by itself, until it is told to begin', async () => {
    const test = await openBusy();
    expect(await test.fail('capture.pollNow', {})).toEqual({ code: 'notBegun' });
    await test.restart({ pollSeconds: 1 });
    await test.clock.advance(HOUR_MS);
    expect(reads(test)).toEqual([]);
    expect(await test.call('capture.status', {})).toMatchObject({ isHeld: true });
    await test.restart({ pollSeconds: 0 });
    await test.call('capture.begin', { since: null });
    expect(await test.call('capture.pollNow', {})).toMatchObject({ failures: [] });
    expect((await test.call('capture.status', {})).isHeld).toBeUndefined();
  });

  test('starts to poll by itself once it is told to begin', async () => {
    const test = await openBusy();
    await test.restart({ pollSeconds: 1 });
    await test.call('capture.begin', { since: null });
    await test.clock.advance(5_000);
    expect(reads(test)).toContain('/2/dm_events');
  });

  test('cannot be held, nor begun otherwise, after it has read something', async () => {
    const test = await openBusy();
    const since = test.clock.now() - DAY_MS;
    expect(await test.call('capture.begin', { since })).toEqual({ since });
    await test.call('capture.pollNow', {});
    await test.call('capture.hold', {});
    expect(await test.call('capture.begin', { since: null })).toEqual({ since });
    expect(await test.call('capture.pollNow', {})).toMatchObject({ failures: [] });
  });
});

describe('the first read since a time', () => {
  test('fetches no mention that is older, and little more than the private messages of that time', async () => {
    const test = await openBusy({ dmsPerDay: 10 });
    await test.call('capture.begin', { since: test.clock.now() - 3 * DAY_MS });
    await test.call('capture.pollNow', {});
    const { sources } = await test.call('reports.costs', { from: 0, to: test.clock.now() + 1 });
    const itemsOf = (id: string) => sources.find(({ source }) => source === id)?.items;
    expect(itemsOf('mentions')).toBe(3);
    expect(itemsOf('dms')).toBe(40);
  });

  test('queues what is newer; what is older stays readable, read and resolved', async () => {
    const test = await openBusy();
    await test.call('capture.begin', { since: test.clock.now() - 3 * DAY_MS });
    await test.call('capture.pollNow', {});
    const queue = await test.call('conversations.list', { view: 'queue', limit: 100 });
    expect(queue.items).toHaveLength(9);
    const resolved = await test.call('conversations.list', { view: 'resolved', limit: 100 });
    expect(resolved.items).toHaveLength(14);
    expect(new Set(resolved.items.map(({ unread, dueAt }) => `${unread} ${dueAt}`))).toEqual(
      new Set(['0 null']),
    );
    expect(test.events.filter(({ name }) => name === 'conversations.opened').flatMap(idsOf)).toHaveLength(9);
    expect((await test.call('capture.status', {})).sources.flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  test('someone who wrote before and after waits only since what they wrote after', async () => {
    const test = await openBusy();
    const now = test.clock.now();
    test.control.dm({ from: 'zoe', text: 'Four days ago', at: now - 4 * DAY_MS });
    test.control.dm({ from: 'zoe', text: 'An hour ago', at: now - HOUR_MS });
    await test.call('capture.begin', { since: now - DAY_MS });
    await test.call('capture.pollNow', {});
    const { items } = await test.call('conversations.list', { view: 'queue', limit: 100 });
    const zoe = items.find(({ person }) => person.handle === 'zoe');
    expect(zoe).toMatchObject({ waitingSince: now - HOUR_MS, unread: 1 });
  });

  test('goes on where the limit of X stopped it, and no further back', async () => {
    const test = await openBusy({ dmsPerDay: 60, days: 12 });
    const since = test.clock.now() - 11 * DAY_MS;
    await test.call('capture.begin', { since });
    await test.call('capture.pollNow', {});
    const dms = async () => (await test.call('capture.status', {})).sources.find(({ id }) => id === 'dms');
    await test.call('capture.pollNow', {});
    expect(await dms()).toMatchObject({ gaps: [] });
    expect((await dms())?.capturedFrom).toBeLessThanOrEqual(since + 1);
    const { counts } = await test.call('conversations.counts', {});
    expect(counts.queue).toBe(11 * 61);
  });

  test('an empty account goes on from there', async () => {
    const test = await startTestEngine();
    test.control.mention({ from: 'old', text: 'Long ago', at: test.clock.now() - 5 * DAY_MS });
    await test.call('capture.hold', {});
    await test.call('capture.begin', { since: test.clock.now() - DAY_MS });
    await test.call('capture.pollNow', {});
    test.control.mention({ from: 'new', text: 'Hello' });
    await test.call('capture.pollNow', {});
    const { items } = await test.call('conversations.list', { view: 'all', limit: 10 });
    expect(items.map(({ person }) => person.handle)).toEqual(['new']);
  });
});

const idsOf = (event: { readonly params: object }): string[] =>
  'ids' in event.params && Array.isArray(event.params.ids) ? event.params.ids : [];

describe('the estimate', () => {
  test('counts posts without reading any, and says that nobody knows about private messages', async () => {
    const test = await openBusy();
    const now = test.clock.now();
    const estimate = await test.call('capture.estimate', { since: [now - DAY_MS, now - 3 * DAY_MS, null] });
    expect(estimate.begins.map(({ mentions }) => mentions)).toEqual([
      { least: 1, most: 1 },
      { least: 3, most: 3 },
      { least: 7, most: 800 },
    ]);
    expect(estimate).toMatchObject({ posts: 'counted', dms: 'unknown', spentUsd: 0.01, countDmsUsd: 0.2 });
    expect(estimate.begins[0]?.dms).toEqual({ least: 0, most: null });
    expect(estimate.perDay.mentions).toEqual({ least: 1, most: 1 });
    expect(reads(test)).toEqual([]);
  });

  test('projects private messages from the newest page', async () => {
    const test = await openBusy({ dmsPerDay: 40, days: 30 });
    const now = test.clock.now();
    const { begins, dms, perDay } = await test.call('capture.estimate', {
      since: [now - DAY_MS, now - 7 * DAY_MS, null],
      countDms: true,
    });
    expect(dms).toBe('projected');
    const [day = 0, week = 0, all = 0] = begins.map((begin) => begin.dms.least);
    expect(day).toBeGreaterThan(10);
    expect(week / day).toBeGreaterThan(3);
    expect(all / week).toBeGreaterThan(3);
    expect(perDay.dms.least).toBeGreaterThan(20);
    expect(reads(test)).toEqual(['/2/dm_events']);
  });

  test('knows all private messages where one page holds them', async () => {
    const test = await openBusy({ dmsPerDay: 1, days: 12 });
    const now = test.clock.now();
    const { begins, dms } = await test.call('capture.estimate', {
      since: [now - 2 * DAY_MS, null],
      countDms: true,
    });
    expect(dms).toBe('counted');
    expect(begins.map((begin) => begin.dms)).toEqual([exactly(2), exactly(12)]);
  });

  test.each([
    ['off', null, 0],
    ['thrifty', 30, 0.1],
    // One mention a day, each checked again on each of thirty days, for 0.005 $.
    ['daily', null, 0.15],
    ['daily', 3, 0.1],
  ] as const)(
    'names the price of %s checks under a cap of %s $',
    async (deletionChecks, monthlyCapUsd, usd) => {
      const test = await openBusy();
      await test.call('settings.set', { deletionChecks });
      await test.call('budget.set', { monthlyCapUsd });
      const { perDay } = await test.call('capture.estimate', { since: [null], countDms: false });
      expect(perDay.checksUsd).toBeCloseTo(usd, 6);
    },
  );

  test('gives the range and the reason where X gives no count', async () => {
    const test = await openBusy();
    test.control.addFault({ kind: 'forbidden', match: { path: '/2/tweets/counts/recent' } });
    const { begins, posts, error } = await test.call('capture.estimate', { since: [null] });
    expect({ posts, code: error?.code }).toEqual({ posts: 'unknown', code: 'refusedByX' });
    expect(begins[0]).toMatchObject({ mentions: { least: 0, most: 800 }, ownPosts: { least: 0, most: 100 } });
  });

  test('spends nothing above the cap', async () => {
    const test = await openBusy();
    await test.call('budget.set', { monthlyCapUsd: 0 });
    const estimate = await test.call('capture.estimate', { since: [null], countDms: true });
    expect(estimate).toMatchObject({
      posts: 'unknown',
      dms: 'unknown',
      spentUsd: 0,
      error: { code: 'budgetSpent' },
    });
  });
});

const exactly = (value: number) => ({ least: value, most: value });
