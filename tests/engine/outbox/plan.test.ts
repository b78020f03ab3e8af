import { describe, expect, test } from 'vitest';
import { planOutbox } from '#engine/outbox/plan.ts';
import type { OutboxRow } from '#engine/store/outboxRow.ts';
import { now, someOutboxRow as row } from '../../support/someOutboxRow.ts';

describe('planOutbox', () => {
  const ids = (rows: readonly OutboxRow[]) => rows.map((one) => one.id);
  const plan = (rows: readonly OutboxRow[], busy: string[] = []) => {
    const { release, attempt, look, wakeAt } = planOutbox(rows, new Set(busy), now);
    return { release: ids(release), attempt: ids(attempt), look: ids(look), wakeAt };
  };
  const nothing = { release: [], attempt: [], look: [], wakeAt: null };

  test.each<[string, OutboxRow[], object]>([
    ['nothing', [], {}],
    ['a held answer', [row({ state: 'held', heldUntil: now + 1 })], { wakeAt: now + 1 }],
    ['a held answer whose time has come', [row({ state: 'held', heldUntil: now })], { release: ['o1'] }],
    ['a queued answer', [row()], { attempt: ['o1'] }],
    ['a queued answer that waits', [row({ nextAttemptAt: now + 5 })], { wakeAt: now + 5 }],
    ['an answer on the wire', [row({ state: 'sending' })], {}],
    ['one behind another', [row(), row({ id: 'o2' })], { attempt: ['o1'] }],
    [
      'one behind a held one',
      [row({ state: 'held', heldUntil: now + 1 }), row({ id: 'o2' })],
      { wakeAt: now + 1 },
    ],
    ['two conversations', [row(), row({ id: 'o2', conversationId: 'c2' })], { attempt: ['o1', 'o2'] }],
    ['one behind an unknown one', [row({ state: 'unknown' }), row({ id: 'o2' })], { look: ['o1'] }],
    [
      'one behind an unknown one that was looked for',
      [row({ state: 'unknown', looks: 1, nextAttemptAt: now + 9 }), row({ id: 'o2' })],
      { attempt: ['o2'], wakeAt: now + 9 },
    ],
  ])('with %s', (_, rows, expected) => {
    expect(plan(rows)).toEqual({ ...nothing, ...expected });
  });

  test('leaves what is under way alone', () => {
    expect(plan([row({ state: 'unknown' }), row({ id: 'o2', conversationId: 'c2' })], ['o1', 'o2'])).toEqual(
      nothing,
    );
  });
});
