import { expect, test } from 'vitest';
import { outboxHandlers } from '#engine/handlers/outbox.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { testEngine } from '../../support/testEngine.ts';

test('lists every reply that X does not have, also an old one below a thousand sent ones', async () => {
  const { ctx } = testEngine();
  // The replies are of no conversation.
  ctx.db.pragma('foreign_keys = OFF');
  const put = (id: string, at: number, state: 'held' | 'refused' | 'sent') =>
    putOutboxRow(ctx.db, { id, conversationId: 'c1', at, state, xId: state === 'sent' ? `x-${id}` : null });
  put('oldest', 1, 'held');
  put('old', 2, 'refused');
  for (let at = 3; at < 1_103; at += 1) put(`sent-${at}`, at, 'sent');
  const newest = await outboxHandlers['outbox.list'](ctx, { limit: 1_000 });
  expect(newest.ok && newest.value.items.some(({ id }) => id === 'oldest')).toBe(false);
  const unsent = await outboxHandlers['outbox.listUnsent'](ctx);
  expect(unsent.ok && unsent.value.items.map(({ id }) => id)).toEqual(['oldest', 'old']);
});
