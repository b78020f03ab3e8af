import type { OutboxRow } from '#engine/store/outboxRow.ts';
import type { ReplyStatus } from '#shared/domain/reply.ts';

/** The time at which the row was created and is due. */
export const now = 1_000_000_000_000;

/** A queued public reply after one attempt; a test states only what matters to it. */
export const someOutboxRow = (changed: Partial<OutboxRow> = {}): OutboxRow => ({
  id: 'o1',
  conversationId: 'c1',
  personId: '1',
  channel: 'public',
  text: 'On it',
  attachments: [],
  parts: null,
  mark: null,
  excludeMentions: [],
  inReplyTo: '5',
  agent: 'Mia',
  agentName: 'Mia',
  status: { kind: 'queued', confirmedMissing: false },
  createdAt: now,
  readyAt: now,
  nextAttemptAt: now,
  sendAttempts: 1,
  attemptedAt: now,
  wasUnknown: false,
  xId: null,
  error: null,
  dismissed: false,
  seenThrough: null,
  seenUntil: null,
  surveyId: null,
  surveyPurpose: null,
  ...changed,
});

/** The same with this status. */
export const someRowWith = <S extends ReplyStatus>(status: S, changed: Partial<OutboxRow> = {}) => ({
  ...someOutboxRow(changed),
  status,
});
