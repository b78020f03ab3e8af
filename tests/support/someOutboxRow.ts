import type { OutboxRow } from '#engine/store/outboxRow.ts';

/** The time at which the row was created and is due. */
export const now = 1_000_000_000_000;

/** A queued public reply, with changes. */
export const someOutboxRow = (changed: Partial<OutboxRow> = {}): OutboxRow => ({
  id: 'o1',
  conversationId: 'c1',
  personId: '1',
  channel: 'public',
  text: 'On it',
  inReplyTo: '5',
  agent: 'Mia',
  state: 'queued',
  createdAt: now,
  heldUntil: null,
  nextAttemptAt: now,
  attempts: 1,
  attemptedAt: now,
  looks: 0,
  wasUnknown: false,
  xId: null,
  error: null,
  dismissed: false,
  seenThrough: null,
  ...changed,
});
