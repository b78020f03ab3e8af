import { describe, expect, test } from 'vitest';
import {
  isAffordable,
  isAllowed,
  isAnswered,
  isAwake,
  isCalm,
  isNoCrisis,
  isRested,
  isSettled,
  isWilling,
  leavesRoomForReplies,
  listReasons,
  mayWritePrivately,
  type SurveyFacts,
} from '#engine/surveys/etiquette/rules.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { MORNING } from '../../../support/builders.ts';

const settings = { periodDays: 30, quietFrom: 21, quietTo: 9 };
const facts = (changed: Partial<SurveyFacts> = {}): SurveyFacts => ({
  now: MORNING,
  hasPrivateChannel: true,
  lastAskedAt: null,
  openMatters: 0,
  endedAngrily: false,
  hasOptedOut: false,
  localMinute: 9 * 60,
  isCapReached: false,
  allowance: null,
  hasUnsentReply: false,
  isCrisisOn: false,
  isRuledOut: false,
  ...changed,
});

test('nothing speaks against asking somebody whose matter is settled', () => {
  expect(listReasons(facts(), settings)).toEqual([]);
});

test.each([
  [mayWritePrivately, { hasPrivateChannel: false }, 'noPrivateChannel'],
  [isSettled, { openMatters: 1 }, 'openMatter'],
  [isCalm, { endedAngrily: true }, 'angryEnding'],
  [isWilling, { hasOptedOut: true }, 'optedOut'],
  [isNoCrisis, { isCrisisOn: true }, 'crisis'],
  [isAllowed, { isRuledOut: true }, 'ruledOut'],
  [isAffordable, { isCapReached: true }, 'capReached'],
  [isAnswered, { hasUnsentReply: true }, 'unsentReply'],
] as const)('%o refuses alone', (rule, changed, code) => {
  expect(rule(facts(), settings)).toBeNull();
  expect(rule(facts(changed), settings)).toEqual({ code });
  expect(listReasons(facts(changed), settings)).toEqual([{ code }]);
});

describe('one survey per period', () => {
  const askedAt = MORNING - 30 * DAY_MS;

  test('ends to the millisecond', () => {
    expect(isRested(facts({ lastAskedAt: askedAt }), settings)).toBeNull();
    const nextAt = MORNING + 1;
    expect(isRested(facts({ lastAskedAt: askedAt + 1 }), settings)).toEqual({
      code: 'askedRecently',
      nextAt,
    });
  });

  test('is a day at least, whatever is set', () => {
    const lastAskedAt = MORNING - DAY_MS + 1;
    expect(isRested(facts({ lastAskedAt }), { ...settings, periodDays: 0 })).toMatchObject({
      code: 'askedRecently',
    });
  });
});

describe('the night', () => {
  const at = (localMinute: number, hours = settings) => isAwake(facts({ localMinute }), hours);

  test.each([
    ['20:59', 20 * 60 + 59, null],
    ['21:00', 21 * 60, 12 * HOUR_MS],
    ['midnight', 0, 9 * HOUR_MS],
    ['8:59', 8 * 60 + 59, 60_000],
    ['9:00', 9 * 60, null],
  ])('at %s', (_, minute, untilMs) => {
    expect(at(minute)).toEqual(untilMs === null ? null : { code: 'night', nextAt: MORNING + untilMs });
  });

  test('may lie within a day, or be none', () => {
    const noon = { ...settings, quietFrom: 12, quietTo: 14 };
    expect(at(13 * 60, noon)).toMatchObject({ code: 'night' });
    expect(at(23 * 60, noon)).toBeNull();
    expect(at(3 * 60, { ...settings, quietFrom: 9, quietTo: 9 })).toBeNull();
  });
});

describe('the limit of X', () => {
  const resetAt = MORNING + HOUR_MS;
  const left = (remaining: number, limit: number | null = 15, until = resetAt) =>
    leavesRoomForReplies(facts({ allowance: { limit, remaining, resetAt: until } }), settings);

  test('is kept for replies: five messages, or a fifth', () => {
    expect(left(6)).toBeNull();
    expect(left(5)).toEqual({ code: 'replyLimit', nextAt: resetAt });
    expect(left(200, 1_000)).toMatchObject({ code: 'replyLimit' });
    expect(left(201, 1_000)).toBeNull();
    expect(left(5, null)).toMatchObject({ code: 'replyLimit' });
  });

  test('counts until its window ends', () => {
    expect(left(0, 15, MORNING)).toBeNull();
  });
});
