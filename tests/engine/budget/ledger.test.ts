import { describe, expect, test } from 'vitest';
import { reportCosts } from '#engine/budget/reportCosts.ts';
import { compactCalls, createSpending } from '#engine/budget/spending.ts';
import { getBudgetSettings, putBudgetSettings } from '#engine/store/budgetSettings.ts';
import { all } from '#engine/store/sql.ts';
import type { CallPurpose, FinishedCall } from '#engine/x/calls.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';
import { budgetEvents } from './support.ts';

describe('the ledger', () => {
  const read = (ids: readonly string[], source: CallPurpose['source'] = 'mentions'): FinishedCall => ({
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

  test('charges for the same item once per UTC day', () => {
    const { spending, report, clock } = open();
    spending.record(read(['1', '2']));
    spending.record(read(['2', '3'], 'deletions'));
    expect(report().total).toEqual({ calls: 2, items: 4, usd: 0.003 });
    clock.jump(DAY_MS);
    spending.record(read(['2']));
    expect(report().total.usd).toBe(0.004);
    expect(report().days.map((day) => day.day)).toEqual(['2026-11-23', '2026-11-24']);
  });

  test('begins each month at zero', () => {
    const { spending, clock, events, ctx } = open();
    putBudgetSettings(ctx.db, { ...getBudgetSettings(ctx.db), monthlyCapUsd: 0.01, warnAtPercent: 50 });
    const ids = (from: number, count: number) => Array.from({ length: count }, (_, n) => `${from + n}`);
    spending.record(read(ids(0, 5)));
    spending.record(read(ids(5, 1)));
    spending.record(read(ids(6, 4)));
    expect(spending.admit({ source: 'mentions' })).toEqual({ code: 'budgetSpent', monthlyCapUsd: 0.01 });
    expect(spending.admit({ source: 'answers' })).toBeNull();
    clock.jump(8 * DAY_MS);
    expect(spending.admit({ source: 'mentions' })).toBeNull();
    spending.record(read(ids(20, 6)));
    expect(budgetEvents(events)).toEqual(['budget.warned', 'budget.stopped', 'budget.warned']);
  });

  test('merges old calls without losing a cent', () => {
    const { spending, report, clock, ctx } = open();
    for (let n = 0; n < 50; n += 1) {
      spending.record(read([`${n}`], n % 2 ? 'mentions' : 'deletions'));
      clock.jump(10 * MINUTE_MS);
    }
    const before = report();
    clock.jump(3 * DAY_MS);
    for (let times = 0; times < 2; times += 1) compactCalls(ctx);
    expect(report()).toEqual(before);
    expect(all(ctx.db, 'SELECT 1 FROM calls').length).toBeLessThanOrEqual(20);
    expect(all(ctx.db, 'SELECT 1 FROM charged_today')).toHaveLength(0);
  });

  test('records later what a full disk did not take', () => {
    const { spending, report, ctx } = open();
    spending.record(read(['1']));
    ctx.db.pragma('query_only = ON');
    spending.record(read(['2']));
    spending.record(read(['3']));
    expect(report().total.calls).toBe(1);
    ctx.db.pragma('query_only = OFF');
    spending.record(read(['4']));
    expect(report().total).toEqual({ calls: 4, items: 4, usd: 0.004 });
  });
});
