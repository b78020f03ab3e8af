import { AppError } from '#shared/errors.ts';
import type { SurveyReason } from '#shared/surveyReason.ts';
import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { parseColumn } from '../store/jsonColumn.ts';
import { getSource } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { expireSurveys } from '../store/surveyResponses.ts';
import { getSurveySettings } from '../store/surveySettings.ts';
import { endQueued, listQueuedSurveys, type QueuedSurvey } from '../store/surveys.ts';
import { sendOwedWords } from './sendOwedWords.ts';
import { sendReminders } from './sendReminders.ts';

/**
 * Brings surveys in line with what has become of their questions in the outbox and with the clock, and sends what their people are owed.
 * Safe to call at any time; does nothing twice.
 */
export function followSurveys(ctx: EngineContext): void {
  const changed = inTransaction(ctx.db, () => [
    ...listQueuedSurveys(ctx.db).filter((survey) => follow(ctx, survey)),
    ...expire(ctx),
  ]);
  sendOwedWords(ctx);
  sendReminders(ctx);
  if (changed.length === 0) return;
  ctx.emit({ name: 'surveys.changed', params: {} });
  const ids = [...new Set(changed.map(({ conversationId }) => conversationId))];
  ctx.emit({ name: 'conversations.changed', params: { ids } });
}

// A response that came in time may be captured later, so only what was captured past the end has ended.
function expire(ctx: EngineContext) {
  const expired = expireSurveys(
    ctx.db,
    Math.min(ctx.clock.now(), getSource(ctx.db, 'dms').capturedThrough ?? 0),
  );
  for (const { id: surveyId, conversationId } of expired)
    recordActivity(ctx, { kind: 'surveyExpired', agent: null, conversationId, facts: { surveyId } });
  return expired;
}

/** Returns whether the survey has left the outbox. */
function follow(ctx: EngineContext, survey: QueuedSurvey): boolean {
  const { id, conversationId, outboxId, sentAt, isDismissed, error } = survey;
  const record = (
    kind: 'surveySent' | 'surveyCancelled' | 'surveyRefused',
    more: { agent?: string; codes?: string[] } = {},
  ) => {
    const { agent = null, ...facts } = more;
    recordActivity(ctx, { kind, agent, conversationId, facts: { surveyId: id, ...facts } });
    return true;
  };
  if (sentAt !== null)
    return (
      endQueued(ctx.db, id, {
        state: 'sent',
        sentAt,
        expiresAt: sentAt + getSurveySettings(ctx.db).expiryDays * DAY_MS,
      }) && record('surveySent')
    );
  if (outboxId === null) {
    const agent = getCurrentAgent(ctx.db).id;
    return endQueued(ctx.db, id, { state: 'cancelled' }) && record('surveyCancelled', { agent });
  }
  if (!isDismissed) return false;
  // Without an error it was stopped: its person or a colleague wrote meanwhile.
  if (error === null) return endQueued(ctx.db, id, { state: 'cancelled' }) && record('surveyCancelled');
  const reasons = toReasons(parseColumn(AppError, error, null));
  const codes = reasons.map(({ code }) => code);
  return endQueued(ctx.db, id, { state: 'refused', reasons }) && record('surveyRefused', { codes });
}

function toReasons(error: AppError | null): SurveyReason[] {
  if (error?.code === 'surveyRefused') return error.reasons;
  return [{ code: error?.code === 'dmNotAllowed' ? 'noPrivateChannel' : 'refusedByX' }];
}
