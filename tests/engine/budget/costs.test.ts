import { describe, expect, test } from 'vitest';
import { reportCosts } from '../../../src-main/engine/budget/reportCosts.ts';
import { createSpending } from '../../../src-main/engine/budget/spending.ts';
import { tidyCalls } from '../../../src-main/engine/budget/tidyCalls.ts';
import { getBudgetSettings, putBudgetSettings } from '../../../src-main/engine/store/budgetSettings.ts';
import { all } from '../../../src-main/engine/store/sql.ts';
import type { FinishedCall } from '../../../src-main/engine/x/finishedCall.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';

const DAY = 24 * 3_600_000;
const names = (events: readonly { readonly name: string }[]) =>
  events.map((event) => event.name).filter((name) => name.startsWith('budget.'));

describe('an engine', () => {
  test('reports what capture and answers cost, by day, source and conversation', async () => {
    const test = await startTestEngine();
    const { id } = await openConversation(test);
    await test.send(id, 'On it');
    await test.clock.advance(1_000);
    const report = await test.call('reports.costs', { from: 0, to: test.clock.now() + 1 });
    expect(report.sources).toEqual(
      expect.arrayContaining([
        { source: 'mentions', calls: 1, items: 1, usd: 0.001 },
        { source: 'account', calls: 1, items: 1, usd: 0.01 },
        expect.objectContaining({ source: 'answers', items: 1, usd: 0.01 }),
      ]),
    );
    expect(report.conversations).toEqual([
      { conversationId: id, handle: 'anna', calls: 1, items: 1, usd: 0.01 },
    ]);
    expect(report.total.usd).toBeCloseTo(
      report.sources.reduce((sum, one) => sum + one.usd, 0),
      9,
    );
    expect(report.days).toEqual([{ day: '2026-11-23', ...report.total }]);
    expect(report.month).toEqual({ spentUsd: report.total.usd, capUsd: null, state: 'fine' });
  });

  test('stops reading at the cap, says so once, goes on answering, and reads again with more money', async () => {
    const test = await startTestEngine();
    const { id } = await openConversation(test);
    expect(await test.call('budget.set', { monthlyCapUsd: 0.02, warnAtPercent: 50 })).toMatchObject({
      monthlyCapUsd: 0.02,
    });
    await test.send(id, 'On it');
    await test.clock.advance(1_000);
    expect(names(test.events)).toEqual(['budget.changed', 'budget.stopped']);
    expect(await test.call('capture.pollNow', {})).toMatchObject({
      failures: expect.arrayContaining([
        { source: 'mentions', error: { code: 'budgetSpent', monthlyCapUsd: 0.02 } },
        { source: 'dms', error: { code: 'budgetSpent', monthlyCapUsd: 0.02 } },
      ]),
    });
    await test.send(id, 'Still here');
    await test.clock.advance(1_000);
    expect(test.control.state().sentPosts).toHaveLength(2);
    expect(names(test.events)).toEqual(['budget.changed', 'budget.stopped']);
    await test.call('budget.set', { monthlyCapUsd: 1 });
    expect(await test.call('capture.pollNow', {})).toMatchObject({ failures: [] });
  });

  test('reads on by itself, and soon, once there is more money', async () => {
    const test = await startTestEngine({ pollSeconds: null });
    await openConversation(test);
    await test.call('budget.set', { monthlyCapUsd: 0.001 });
    await test.call('capture.pollNow', {});
    test.control.mention({ from: 'bea', text: 'Hello?' });
    await test.clock.advance(30 * 60_000);
    expect((await test.call('conversations.counts', {})).counts.queue).toBe(1);
    await test.call('budget.set', { monthlyCapUsd: null });
    await test.clock.advance(2_000);
    await until('it has read', async () => (await test.call('conversations.counts', {})).counts.queue === 2);
  });

  test('looks for an answer of unknown outcome though reading has stopped', async () => {
    const test = await startTestEngine();
    const { id } = await openConversation(test);
    await test.call('budget.set', { monthlyCapUsd: 0.001 });
    test.control.addFault({ kind: 'reset', when: 'after', match: { method: 'POST' } });
    const outboxId = await test.send(id, 'On it');
    await until('it is found', async () => {
      await test.clock.advance(5_000);
      return (await test.entry(outboxId))?.state === 'sent';
    });
    expect(test.control.state().sentPosts).toHaveLength(1);
  });

  test('keeps prices and cap over a restart and writes down who changed them', async () => {
    const test = await startTestEngine();
    const { prices } = await test.call('budget.get', {});
    await test.call('budget.set', {
      prices: { ...prices, mentionRead: 0.5, source: 'invoice', asOf: '2026-11-01' },
    });
    await test.restart();
    expect(await test.call('budget.get', {})).toMatchObject({
      prices: { mentionRead: 0.5, source: 'invoice' },
      monthlyCapUsd: null,
    });
    await openConversation(test);
    const { sources } = await test.call('reports.costs', { from: 0, to: test.clock.now() + 1 });
    expect(sources.find((one) => one.source === 'mentions')?.usd).toBe(0.5);
  });
});

describe('the ledger', () => {
  const read = (ids: readonly string[], source = 'mentions'): FinishedCall => ({
    name: 'listMentions',
    purpose: { source },
    outcome: 'good',
    status: 200,
    body: { data: ids.map((id) => ({ id })) },
    sentText: null,
  });
  function open(db = openTestDb()) {
    const engine = testEngine(db);
    const report = () => reportCosts(engine.ctx, 0, engine.clock.now() + 1);
    return { ...engine, spending: createSpending(engine.ctx), report };
  }

  test('counts the same thing once in a UTC day', () => {
    const { spending, report, clock } = open();
    spending.note(read(['1', '2']));
    spending.note(read(['2', '3'], 'deletions'));
    expect(report().total).toEqual({ calls: 2, items: 4, usd: 0.003 });
    clock.jump(DAY);
    spending.note(read(['2']));
    expect(report().total.usd).toBe(0.004);
    expect(report().days.map((day) => day.day)).toEqual(['2026-11-23', '2026-11-24']);
  });

  test('begins each month anew', () => {
    const { spending, clock, events, ctx } = open();
    putBudgetSettings(ctx.db, { ...getBudgetSettings(ctx.db), monthlyCapUsd: 0.01, warnAtPercent: 50 });
    const ids = (from: number, count: number) => Array.from({ length: count }, (_, n) => `${from + n}`);
    spending.note(read(ids(0, 5)));
    spending.note(read(ids(5, 1)));
    spending.note(read(ids(6, 4)));
    expect(spending.admit({ source: 'mentions' })).toEqual({ code: 'budgetSpent', monthlyCapUsd: 0.01 });
    expect(spending.admit({ source: 'answers' })).toBeNull();
    clock.jump(8 * DAY);
    expect(spending.admit({ source: 'mentions' })).toBeNull();
    spending.note(read(ids(20, 6)));
    expect(names(events)).toEqual(['budget.warned', 'budget.stopped', 'budget.warned']);
  });

  test('puts old calls together and loses no cent', () => {
    const { spending, report, clock, ctx } = open();
    for (let n = 0; n < 50; n += 1) {
      spending.note(read([`${n}`], n % 2 ? 'mentions' : 'deletions'));
      clock.jump(10 * 60_000);
    }
    const before = report();
    clock.jump(3 * DAY);
    for (let times = 0; times < 2; times += 1) tidyCalls(ctx);
    expect(report()).toEqual(before);
    expect(all(ctx.db, 'SELECT 1 FROM calls').length).toBeLessThanOrEqual(20);
    expect(all(ctx.db, 'SELECT 1 FROM charged_today')).toHaveLength(0);
  });

  test('writes down later what a full disk kept from it', () => {
    const { spending, report, ctx } = open();
    spending.note(read(['1']));
    ctx.db.pragma('query_only = ON');
    spending.note(read(['2']));
    spending.note(read(['3']));
    expect(report().total.calls).toBe(1);
    ctx.db.pragma('query_only = OFF');
    spending.note(read(['4']));
    expect(report().total).toEqual({ calls: 4, items: 4, usd: 0.004 });
  });
});
