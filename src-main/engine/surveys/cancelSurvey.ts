import type { Survey } from '#shared/domain/askedSurvey.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { cancelReply } from '../outbox/agentActions.ts';
import { getSurvey, listQueuedSurveys } from '../store/surveys.ts';
import { followSurveys } from './followSurveys.ts';

/** Takes a survey back that cannot have reached X. Errors: `notFound`, `wrongState`, `notHeld` (it is on its way). */
export function cancelSurvey(ctx: EngineContext, id: string): Result<Survey, AppError> {
  const survey = getSurvey(ctx.db, id);
  if (!survey) return err({ code: 'notFound', what: 'survey', id });
  if (survey.state !== 'queued') return err({ code: 'wrongState', id, state: survey.state });
  const queued = listQueuedSurveys(ctx.db).find((one) => one.id === id);
  const cancelled = queued?.outboxId ? cancelReply(ctx, { id: queued.outboxId }) : null;
  if (cancelled && !cancelled.ok) return cancelled;
  followSurveys(ctx);
  return ok(getSurvey(ctx.db, id) ?? survey);
}
