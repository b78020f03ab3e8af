import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';
import { budgetEvents } from './support.ts';

describe('an engine', () => {
  test('reports what capture and replies cost, by day, source and conversation', async () => {
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
      { conversationId: id, handle: 'anna', name: 'anna', calls: 1, items: 1, usd: 0.01 },
    ]);
    expect(report.total.usd).toBeCloseTo(
      report.sources.reduce((sum, one) => sum + one.usd, 0),
      9,
    );
    expect(report.days).toEqual([{ day: '2026-11-23', ...report.total }]);
    expect(report.month).toEqual({ spentUsd: report.total.usd, capUsd: null, state: 'fine' });
  });

  test('stops reading at the cap, emits it once, still replies, and reads again under a higher cap', async () => {
    const test = await startTestEngine();
    const { id } = await openConversation(test);
    expect(await test.call('budget.set', { monthlyCapUsd: 0.02, warnAtPercent: 50 })).toMatchObject({
      monthlyCapUsd: 0.02,
    });
    await test.send(id, 'On it');
    await test.clock.advance(1_000);
    expect(budgetEvents(test.events)).toEqual(['budget.changed', 'budget.stopped']);
    expect(await test.call('capture.pollNow', {})).toMatchObject({
      failures: expect.arrayContaining([
        { source: 'mentions', error: { code: 'budgetSpent', monthlyCapUsd: 0.02 } },
        { source: 'dms', error: { code: 'budgetSpent', monthlyCapUsd: 0.02 } },
      ]),
    });
    await test.send(id, 'Still here');
    await test.clock.advance(1_000);
    expect(test.control.state().sentPosts).toHaveLength(2);
    expect(budgetEvents(test.events)).toEqual(['budget.changed', 'budget.stopped']);
    await test.call('budget.set', { monthlyCapUsd: 1 });
    expect(await test.call('capture.pollNow', {})).toMatchObject({ failures: [] });
  });

  test('reads no more than the rest of the money pays for, and the rest under a higher cap', async () => {
    const test = await startTestEngine();
    for (let n = 0; n < 40; n += 1) test.control.dm({ from: 'anna', text: `message ${n}` });
    await test.call('budget.set', { monthlyCapUsd: 0.1 });
    await test.call('capture.pollNow', {});
    const { month } = await test.call('reports.costs', { from: 0, to: test.clock.now() + 1 });
    expect(month).toMatchObject({ state: 'stopped', capUsd: 0.1 });
    expect(month.spentUsd).toBeCloseTo(0.1, 9);
    await test.call('budget.set', { monthlyCapUsd: 1 });
    await test.call('capture.pollNow', {});
    const { sources } = await test.call('reports.costs', { from: 0, to: test.clock.now() + 1 });
    expect(sources.find(({ source }) => source === 'dms')?.usd).toBeCloseTo(0.4, 9);
  });

  test('polls again soon after the cap was raised', async () => {
    const test = await startTestEngine({ pollSeconds: null });
    await openConversation(test);
    await test.call('budget.set', { monthlyCapUsd: 0.001 });
    await test.call('capture.pollNow', {});
    test.control.mention({ from: 'bea', text: 'Hello?' });
    await test.clock.advance(30 * MINUTE_MS);
    expect((await test.call('conversations.counts', {})).counts.queue).toBe(1);
    await test.call('budget.set', { monthlyCapUsd: null });
    await test.clock.advance(2_000);
    await until('it has read', async () => (await test.call('conversations.counts', {})).counts.queue === 2);
  });

  test('reconciles an unknown reply although reading has stopped', async () => {
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

  test('keeps prices and cap over a restart and records who changed them', async () => {
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
