import { expect, test } from 'vitest';
import { decideAssignment, overSince } from '#engine/conversations/threadingRules.ts';
import type { ThreadCandidate } from '#engine/store/conversations.ts';
import type { MessageRole } from '#engine/store/messages.ts';
import { HOUR_MS } from '#shared/time.ts';

const running: ThreadCandidate = { id: 'c1', personId: '1', openedAt: 10 * HOUR_MS, resolvedAt: null };
const resolved: ThreadCandidate = {
  id: 'c1',
  personId: '1',
  openedAt: 10 * HOUR_MS,
  resolvedAt: 20 * HOUR_MS,
};

const cases: [string, MessageRole, number, ThreadCandidate | null, string][] = [
  ['a first message opens', 'wanted', 30, null, 'open'],
  ['a further message joins', 'wanted', 30, running, 'join'],
  ['a message captured late joins a conversation that began after it', 'wanted', 5, running, 'join'],
  ['a message soon after resolving reopens', 'wanted', 91, resolved, 'reopen'],
  ['a message from before resolving that is captured late reopens', 'wanted', 15, resolved, 'reopen'],
  ['a message 72 hours after resolving opens', 'wanted', 92, resolved, 'open'],
  ['an own message joins', 'own', 30, running, 'join'],
  ['an own message from before the conversation stays outside', 'own', 5, running, 'none'],
  ['an own message soon after resolving joins without reopening', 'own', 30, resolved, 'join'],
  ['an own message long after resolving stays outside', 'own', 92, resolved, 'none'],
  ['an own message to a new person opens nothing', 'own', 30, null, 'none'],
  ['context belongs to no conversation', 'context', 30, running, 'none'],
];

test.each(cases)('%s', (_, role, hours, latest, kind) => {
  expect(decideAssignment({ role, at: hours * HOUR_MS }, latest, 72).kind).toBe(kind);
});

test('with no time to reopen, only messages from before the resolving reopen', () => {
  const kind = (at: number) => decideAssignment({ role: 'wanted', at }, resolved, 0).kind;
  expect([kind(20 * HOUR_MS - 1), kind(20 * HOUR_MS)]).toEqual(['reopen', 'open']);
});

const rule = { connectedAt: 100 * HOUR_MS, reopenHours: 72 };
const repliedAt = (hours: number) => ({
  openedAt: 5 * HOUR_MS,
  resolvedAt: null,
  lastWord: { at: hours * HOUR_MS, isReply: true },
});

const earlier: [string, Parameters<typeof overSince>[0], number | null, number | null][] = [
  ['whose next message came after a long silence is over', repliedAt(10), 82, 10],
  ['whose next message came sooner goes on', repliedAt(10), 81, null],
  ['that was silent until the connecting is over', repliedAt(28), null, 28],
  ['with a reply shortly before the connecting goes on', repliedAt(29), null, null],
  ['counts silence only until the connecting', repliedAt(29), 500, null],
  ['that was over at the connecting is so for what arrives live', repliedAt(28), 101, 28],
  ['without a reply goes on', { ...repliedAt(10), lastWord: null }, 99, null],
  ['that is resolved stays so', { ...repliedAt(10), resolvedAt: 11 * HOUR_MS }, 99, null],
  ['that began with the connecting goes on', { ...repliedAt(110), openedAt: 100 * HOUR_MS }, 500, null],
];

test.each(earlier)('a conversation from before the connecting %s', (_, conversation, next, hours) => {
  const since = overSince(conversation, next === null ? null : next * HOUR_MS, rule);
  expect(since).toBe(hours === null ? null : hours * HOUR_MS);
});
