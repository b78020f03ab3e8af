import type { EngineParsed } from '#shared/contract/engine.ts';
import type { Survey } from '#shared/domain/askedSurvey.ts';
import { scoreRange } from '#shared/domain/survey.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { followUpLowScore } from '../conversations/followUpLowScore.ts';
import { asSeen } from '../conversations/hiddenScores.ts';
import { noteScore } from '../conversations/noteForRules.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { summarise } from '../conversations/summarise.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { inTransaction } from '../store/sql.ts';
import { setAnswer } from '../store/surveyResponses.ts';
import { getSurvey } from '../store/surveys.ts';

const notByHandler = {
  code: 'invalid',
  path: 'id',
  reason: 'its score is hidden from the agent who handled the matter; a colleague can correct it',
} as const;

/** Sets the score of a survey on an agent's word, or removes it; what was read before stays in its history. */
export function correctSurvey(
  ctx: EngineContext,
  { id, score }: EngineParsed<'surveys.correct'>,
): Result<Survey, AppError> {
  const survey = getSurvey(ctx.db, id);
  if (!survey) return err({ code: 'notFound', what: 'survey', id });
  if (asSeen(ctx.db, survey).isHidden) return err(notByHandler);
  const { state, scale, conversationId, score: from, comment } = survey;
  if (state !== 'sent' && state !== 'answered' && state !== 'expired')
    return err({ code: 'wrongState', id, state });
  const { min, max } = scoreRange[scale];
  if (score !== null && (score < min || score > max)) {
    return err({
      code: 'invalid',
      path: 'score',
      reason: `must be ${min} to ${max} or null; found ${score}`,
    });
  }
  const at = ctx.clock.now();
  const agent = getCurrentAgent(ctx.db).id;
  const open = (survey.expiresAt ?? 0) > at ? ('sent' as const) : ('expired' as const);
  const answer =
    score === null
      ? { state: open, score, comment, confidence: null, answeredAt: null }
      : { state: 'answered' as const, score, comment, confidence: 1, answeredAt: survey.answeredAt ?? at };
  inTransaction(ctx.db, () => {
    setAnswer(ctx.db, id, answer, { at, agent, from, to: score });
    const facts = { surveyId: id, scale, from, score };
    recordActivity(ctx, { kind: 'surveyCorrected', agent, conversationId, facts });
    if (score !== null) {
      noteScore(ctx, { surveyId: id, conversationId, scale, score, before: from, messageRow: null });
    }
    followUpLowScore(ctx, { ...survey, score });
    summarise(ctx, [conversationId]);
  });
  ctx.emit({ name: 'surveys.changed', params: {} });
  ctx.emit({ name: 'conversations.changed', params: { ids: [conversationId] } });
  return ok(getSurvey(ctx.db, id) ?? survey);
}
