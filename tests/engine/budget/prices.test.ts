import { describe, expect, test } from 'vitest';
import { toMonth, toMonthState } from '#engine/budget/monthlyCap.ts';
import { priceOfReply } from '#engine/budget/priceOfReply.ts';
import { toCharge } from '#engine/budget/toCharge.ts';
import type { CallName, FinishedCall } from '#engine/x/calls.ts';
import { type BudgetSettings, defaultPrices } from '#shared/domain/cost.ts';

const settings: BudgetSettings = { prices: defaultPrices, monthlyCapUsd: null, warnAtPercent: 80 };

test.each([
  ['a private message', { channel: 'dm', text: 'See https://x.com', summoned: true }, 0.015],
  ['an answer to somebody who called', { channel: 'public', text: 'On it', summoned: true }, 0.01],
  ['an answer to somebody else', { channel: 'public', text: 'On it', summoned: false }, 0.015],
  ['a link', { channel: 'public', text: 'See https://example.com/a?b=c', summoned: true }, 0.2],
  ['a link without a scheme', { channel: 'public', text: 'See example.com.', summoned: true }, 0.2],
  ['what only looks like a link', { channel: 'public', text: 'See you at 9.30 p.m.', summoned: true }, 0.01],
] as const)('%s has its price', (_, reply, usd) => {
  expect(priceOfReply(settings, reply)).toBe(usd);
});

describe('the charge for a call', () => {
  const call = (name: CallName, more: Partial<FinishedCall> = {}): FinishedCall => ({
    name,
    purpose: { source: 'mentions' },
    outcome: 'good',
    status: 200,
    body: { data: [{ id: '1' }, { id: '2' }], includes: { users: [{ id: '9' }], tweets: [{ id: '8' }] } },
    sentText: null,
    ...more,
  });

  test.each([
    ['listMentions', 'post', 0.001],
    ['listOwnPosts', 'post', 0.005],
    ['getPosts', 'post', 0.005],
    ['searchRecent', 'post', 0.005],
    ['getUsers', 'user', 0.01],
    ['listDms', 'dm', 0.01],
    ['listDmsWith', 'dm', 0.01],
  ] as const)('%s counts its items and nothing that comes along', (name, kind, usdEach) => {
    const things = [`${kind}:1`, `${kind}:2`];
    expect(toCharge(settings, call(name))).toEqual({ things, usdEach, usd: 0, items: 2 });
  });

  test.each([
    ['one thing', { data: { id: '7' } }, ['user:7']],
    ['nothing', { meta: { result_count: 0 } }, []],
    ['what cannot be read', { data: [null, 5, { id: 6 }, { id: '7' }] }, ['user:7']],
    ['no body', null, []],
  ])('reads the ids of %s', (_, body, things) => {
    expect(toCharge(settings, call('getMe', { body })).things).toEqual(things);
  });

  test('is nothing for a refused call, and that of the send where nobody knows', () => {
    const send = { sentText: 'Hi', body: null } as const;
    expect(toCharge(settings, call('listDms', { outcome: 'refused', body: null })).items).toBe(0);
    expect(toCharge(settings, call('listDms', { outcome: 'unclear', body: null })).items).toBe(0);
    expect(toCharge(settings, call('sendDm', { ...send, outcome: 'refused' }))).toMatchObject({
      usd: 0,
      items: 0,
    });
    expect(toCharge(settings, call('sendDm', { ...send, outcome: 'unclear' }))).toMatchObject({
      usd: 0.015,
      items: 1,
    });
    expect(toCharge(settings, call('createReply', { ...send, outcome: 'good' }))).toMatchObject({
      usd: 0.01,
      items: 1,
    });
  });
});

test.each([
  [0, null, 'fine'],
  [1_000, null, 'fine'],
  [7.99, 10, 'fine'],
  [8, 10, 'warned'],
  [9.999, 10, 'warned'],
  [10, 10, 'stopped'],
  [0, 0, 'stopped'],
] as const)('a month that cost %d of %j is %s', (spentUsd, capUsd, state) => {
  expect(toMonthState(spentUsd, { monthlyCapUsd: capUsd, warnAtPercent: 80 })).toEqual({
    spentUsd,
    capUsd,
    state,
  });
});

test('a month ends where the next one begins, also over the new year', () => {
  const december = toMonth(Date.UTC(2026, 11, 31, 23, 59, 59, 999));
  expect(december).toEqual({ startsAt: Date.UTC(2026, 11, 1), endsAt: Date.UTC(2027, 0, 1) });
  expect(toMonth(december.endsAt).startsAt).toBe(december.endsAt);
});
