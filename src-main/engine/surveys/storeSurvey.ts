import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { inTransaction } from '../store/sql.ts';
import { getHandler, insertSurvey, type NewSurvey } from '../store/surveys.ts';
import { enqueueSurveyMessage } from './enqueueSurveyMessage.ts';

/** A survey that goes out, or with reasons, one that is refused. */
interface DecidedSurvey
  extends Pick<
    NewSurvey,
    'conversationId' | 'personId' | 'scale' | 'language' | 'variant' | 'reasons' | 'askedBy'
  > {
  /** As X gets it. */
  readonly text: string;
  readonly undoMs: number;
  /** The resolution after which the rule asks; null for an agent. */
  readonly resolvedAt: number | null;
}

/** Stores a survey, and unless it is refused, its question in the outbox, in one transaction; returns its id. */
export function storeSurvey(
  ctx: EngineContext,
  { text, undoMs, resolvedAt, ...asked }: DecidedSurvey,
): string {
  const { conversationId, personId, scale, askedBy: agent, reasons } = asked;
  const surveyId = ctx.newId();
  const isRefused = reasons.length > 0;
  const store = () => {
    const more = { createdAt: ctx.clock.now(), sentAt: null, handledBy: getHandler(ctx.db, conversationId) };
    const state = isRefused ? ('refused' as const) : ('queued' as const);
    insertSurvey(ctx.db, { id: surveyId, state, ...asked, ...more }, resolvedAt);
    const codes = reasons.map(({ code }) => code);
    const facts = { surveyId, scale, byRule: resolvedAt !== null, ...(isRefused ? { codes } : {}) };
    recordActivity(ctx, { kind: isRefused ? 'surveyRefused' : 'surveyAsked', agent, conversationId, facts });
  };
  if (isRefused) {
    inTransaction(ctx.db, store);
    ctx.emit({ name: 'surveys.changed', params: {} });
  } else {
    enqueueSurveyMessage(
      ctx,
      { surveyId, conversationId, personId, purpose: 'question', text, undoMs },
      store,
    );
  }
  return surveyId;
}
