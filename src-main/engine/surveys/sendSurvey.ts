import type { EngineParsed } from '#shared/contract/engine.ts';
import type { Survey } from '#shared/domain/askedSurvey.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getSettings } from '../store/settings.ts';
import { getSurvey } from '../store/surveys.ts';
import { composeSurvey } from './composeSurvey.ts';
import { checkEtiquette } from './etiquette/checkEtiquette.ts';
import { storeSurvey } from './storeSurvey.ts';

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
  const { conversationId, scale } = asked;
  const { usd: _, ...question } = composed.value;
  const reasons = checkEtiquette(ctx, { conversationId, personId: question.personId });
  const id = storeSurvey(ctx, {
    ...question,
    conversationId,
    scale,
    reasons,
    askedBy: getCurrentAgent(ctx.db).id,
    resolvedAt: null,
    undoMs: getSettings(ctx.db).undoSeconds * 1_000,
  });
  if (reasons.length > 0) return err({ code: 'surveyRefused', reasons });
  const stored = getSurvey(ctx.db, id);
  return stored ? ok(stored) : err({ code: 'notFound', what: 'survey', id });
}
