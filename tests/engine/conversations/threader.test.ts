import { expect, test } from 'vitest';
import { decidePlace } from '../../../src-main/engine/conversations/threader.ts';
import type { ThreadCandidate } from '../../../src-main/engine/store/conversations.ts';
import type { MessageRole } from '../../../src-main/engine/store/messages.ts';

const HOUR = 3_600_000;
const running: ThreadCandidate = { id: 'c1', personId: '1', openedAt: 10 * HOUR, resolvedAt: null };
const resolved: ThreadCandidate = { id: 'c1', personId: '1', openedAt: 10 * HOUR, resolvedAt: 20 * HOUR };

const cases: [string, MessageRole, number, ThreadCandidate | null, string][] = [
  ['a first message opens', 'wanted', 30, null, 'open'],
  ['a further message joins', 'wanted', 30, running, 'join'],
  ['a message found late joins what began after it', 'wanted', 5, running, 'join'],
  ['a message soon after resolving reopens', 'wanted', 91, resolved, 'reopen'],
  ['a message from before resolving that was found late reopens', 'wanted', 15, resolved, 'reopen'],
  ['a message 72 hours after resolving opens', 'wanted', 92, resolved, 'open'],
  ['an own message joins', 'own', 30, running, 'join'],
  ['an own message from before the conversation stays outside', 'own', 5, running, 'none'],
  ['an own message soon after resolving joins without reopening', 'own', 30, resolved, 'join'],
  ['an own message long after resolving stays outside', 'own', 92, resolved, 'none'],
  ['an own message to somebody new opens nothing', 'own', 30, null, 'none'],
  ['context belongs nowhere', 'context', 30, running, 'none'],
];

test.each(cases)('%s', (_, role, hours, latest, kind) => {
  expect(decidePlace({ role, at: hours * HOUR }, latest, 72).kind).toBe(kind);
});

test('with no time to reopen, only what was written before the resolving comes back', () => {
  const kind = (at: number) => decidePlace({ role: 'wanted', at }, resolved, 0).kind;
  expect([kind(20 * HOUR - 1), kind(20 * HOUR)]).toEqual(['reopen', 'open']);
});
