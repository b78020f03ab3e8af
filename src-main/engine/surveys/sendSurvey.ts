import type { EngineParsed } from '#shared/contract/engine.ts';
import type { Survey } from '#shared/domain/askedSurvey.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { getHandler, getSurvey, insertSurvey, type NewSurvey } from '../store/surveys.ts';
import { composeSurvey } from './composeSurvey.ts';
import { enqueueSurveyMessage } from './enqueueSurveyMessage.ts';
import { checkEtiquette } from './etiquette/checkEtiquette.ts';

/**
 * Takes a survey into the outbox, held as every reply; when this returns ok, it is safe on disk and goes out once at most. Errors:
 * those of `composeSurvey`, and `surveyRefused`, which is recorded.
 */
export function sendSurvey(
  ctx: EngineContext,
  asked: EngineParsed<'surveys.send'>,
): Result<Survey, AppError> {
  const composed = composeSurvey(ctx, asked);
  if (!composed.ok) return composed;
  const { personId, language, variant, text } = composed.value;
  const { conversationId, scale } = asked;
  const reasons = checkEtiquette(ctx, { conversationId, personId });
  const survey: NewSurvey = {
    id: ctx.newId(),
    conversationId,
    personId,
    scale,
    language,
    variant,
    state: reasons.length > 0 ? 'refused' : 'queued',
    askedBy: getCurrentAgent(ctx.db).id,
    handledBy: getHandler(ctx.db, conversationId),
    createdAt: ctx.clock.now(),
    sentAt: null,
    reasons,
  };
  if (reasons.length > 0) return refuse(ctx, survey);
  return enqueue(ctx, survey, text);
}

function refuse(ctx: EngineContext, survey: NewSurvey): Result<never, AppError> {
  const { id: surveyId, conversationId, scale, askedBy: agent, reasons } = survey;
  inTransaction(ctx.db, () => {
    insertSurvey(ctx.db, survey);
    const facts = { surveyId, scale, codes: reasons.map(({ code }) => code) };
    recordActivity(ctx, { kind: 'surveyRefused', agent, conversationId, facts });
  });
  ctx.emit({ name: 'surveys.changed', params: {} });
  return err({ code: 'surveyRefused', reasons });
}

function enqueue(ctx: EngineContext, survey: NewSurvey, text: string): Result<Survey, AppError> {
  const { id: surveyId, conversationId, personId, scale, askedBy: agent } = survey;
  const undoMs = getSettings(ctx.db).undoSeconds * 1_000;
  enqueueSurveyMessage(ctx, { surveyId, conversationId, personId, purpose: 'question', text, undoMs }, () => {
    insertSurvey(ctx.db, survey);
    recordActivity(ctx, { kind: 'surveyAsked', agent, conversationId, facts: { surveyId, scale } });
  });
  const stored = getSurvey(ctx.db, surveyId);
  return stored ? ok(stored) : err({ code: 'notFound', what: 'survey', id: surveyId });
}
