import { describe, expect, test } from 'vitest';
import { planOutbox } from '#engine/outbox/plan.ts';
import type { OutboxRow } from '#engine/store/outboxRow.ts';
import { now, someOutboxRow as row, someRowWith } from '../../support/someOutboxRow.ts';

describe('planOutbox', () => {
  const ids = (rows: readonly OutboxRow[]) => rows.map((one) => one.id);
  const plan = (rows: readonly OutboxRow[], busy: string[] = []) => {
    const { release, attempt, reconcile, wakeAt } = planOutbox(rows, new Set(busy), now);
    return { release: ids(release), attempt: ids(attempt), reconcile: ids(reconcile), wakeAt };
  };
  const nothing = { release: [], attempt: [], reconcile: [], wakeAt: null };
  const held = (until: number) => someRowWith({ kind: 'held', until });
  const unknown = (reconcileAttempts = 0, changed: Partial<OutboxRow> = {}) =>
    someRowWith({ kind: 'unknown', reconcileAttempts }, changed);
  const next = row({ id: 'o2' });
  const survey = (changed: Partial<OutboxRow> = {}) =>
    row({ surveyId: 's', surveyPurpose: 'question', ...changed });
  const surveys = (count: number) =>
    Array.from({ length: count }, (_, n) => survey({ id: `s${n}`, conversationId: `c${n}` }));

  test.each<[string, OutboxRow[], object]>([
    ['nothing', [], {}],
    ['a held reply', [held(now + 1)], { wakeAt: now + 1 }],
    ['a held reply whose undo time is over', [held(now)], { release: ['o1'] }],
    ['a queued reply', [row()], { attempt: ['o1'] }],
    ['a queued reply that waits', [row({ nextAttemptAt: now + 5 })], { wakeAt: now + 5 }],
    ['a reply on the wire', [someRowWith({ kind: 'sending', confirmedMissing: false })], {}],
    ['one behind another', [row(), next], { attempt: ['o1'] }],
    ['one behind a held one', [held(now + 1), next], { wakeAt: now + 1 }],
    [
      'one behind a stopped one',
      [someRowWith({ kind: 'stopped', reason: 'newMessage', confirmedMissing: false }), next],
      { attempt: ['o2'] },
    ],
    ['two conversations', [row(), row({ id: 'o2', conversationId: 'c2' })], { attempt: ['o1', 'o2'] }],
    ['one behind an unknown one', [unknown(), next], { reconcile: ['o1'] }],
    ['one behind a survey', [survey(), next], { attempt: ['o2'] }],
    ['a survey behind a held reply', [held(now + 1), survey({ id: 'o2' })], { wakeAt: now + 1 }],
    ['a reply elsewhere', [survey({ conversationId: 'c9' }), next], { attempt: ['o2'] }],
    ['surveys only', surveys(3), { attempt: ['s0', 's1'] }],
    [
      'one behind an unknown one that was reconciled',
      [unknown(1, { nextAttemptAt: now + 9 }), next],
      { attempt: ['o2'], wakeAt: now + 9 },
    ],
  ])('with %s', (_, rows, expected) => {
    expect(plan(rows)).toEqual({ ...nothing, ...expected });
  });

  test('leaves what is under way alone', () => {
    expect(plan([unknown(), row({ id: 'o2', conversationId: 'c2' })], ['o1', 'o2'])).toEqual(nothing);
  });
});
