import type { EngineContext } from '../context/context.ts';
import { findSeenByAuthor } from '../conversations/seen.ts';
import { summarise } from '../conversations/summarise.ts';
import { emitChanged } from '../outbox/applyTransition.ts';
import { toFirstStatus } from '../outbox/hold.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { insertOutboxRow } from '../store/outbox.ts';
import type { SurveyPurpose } from '../store/outboxRow.ts';
import { getNewestWanted } from '../store/seenMessages.ts';
import { inTransaction } from '../store/sql.ts';
import { insertSurveyMessage } from '../store/surveys.ts';

interface SurveyMessage {
  readonly surveyId: string;
  readonly conversationId: string;
  readonly personId: string;
  readonly purpose: SurveyPurpose;
  /** As X gets it. */
  readonly text: string;
  readonly undoMs: number;
}

/**
 * Takes a message of a survey into the outbox, in one transaction with `also`; the survey must never have had one for this purpose. It
 * is written to what is captured now.
 */
export function enqueueSurveyMessage(
  ctx: EngineContext,
  message: SurveyMessage,
  also: () => void = () => {},
): void {
  const { surveyId, conversationId, personId, purpose, text, undoMs } = message;
  const now = ctx.clock.now();
  const seen = findSeenByAuthor(ctx.db, { id: conversationId, personId, seenThrough: undefined });
  const seenUntil = seen.ok ? seen.value : now;
  const row = {
    id: ctx.newId(),
    conversationId,
    personId,
    channel: 'dm' as const,
    text,
    attachments: [],
    parts: null,
    mark: null,
    excludeMentions: [],
    inReplyTo: null,
    agent: getCurrentAgent(ctx.db).id,
    createdAt: now,
    ...toFirstStatus(undoMs, now),
    seenUntil,
    seenThrough: getNewestWanted(ctx.db, personId, seenUntil),
  };
  inTransaction(ctx.db, () => {
    also();
    insertOutboxRow(ctx.db, row);
    insertSurveyMessage(ctx.db, surveyId, purpose, row.id);
    summarise(ctx, [conversationId]);
  });
  emitChanged(ctx, row, row.status);
  ctx.emit({ name: 'surveys.changed', params: {} });
  ctx.services.kickOutbox();
}
