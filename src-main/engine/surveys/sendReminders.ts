import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getSource } from '../store/sources.ts';
import { listUnreminded, type UnansweredSurvey } from '../store/surveyReminders.ts';
import { getSurveySettings } from '../store/surveySettings.ts';
import { composeReminder } from './composeSurvey.ts';
import { enqueueSurveyMessage } from './enqueueSurveyMessage.ts';
import { checkEtiquette } from './etiquette/checkEtiquette.ts';

/** So few are sent, and looked at, in one go that no reply waits for it. */
const AT_ONCE = 20;
const LOOKED_AT = 200;

/**
 * Asks people again who have not responded, if the workspace wants that: once for ever, whatever becomes of the reminder, and under the same
 * rules as the question. While one of these speaks against it, the reminder waits, at most until the survey expires. Nobody counts as silent
 * before everything they may have written is captured.
 */
export function sendReminders(ctx: EngineContext): void {
  const { reminds, remindAfterDays } = getSurveySettings(ctx.db);
  if (!reminds) return;
  const now = ctx.clock.now();
  const capturedThrough = (['dms', 'mentions'] as const).map(
    (id) => getSource(ctx.db, id).capturedThrough ?? 0,
  );
  const sentUntil = Math.min(now, ...capturedThrough) - remindAfterDays * DAY_MS;
  let sent = 0;
  for (const survey of listUnreminded(ctx.db, { sentUntil, now, limit: LOOKED_AT })) {
    if (remind(ctx, survey)) sent += 1;
    if (sent === AT_ONCE) return;
  }
}

/** Returns whether the reminder is on its way. */
function remind(ctx: EngineContext, survey: UnansweredSurvey): boolean {
  const { id: surveyId, conversationId, personId } = survey;
  if (checkEtiquette(ctx, { conversationId, personId, surveyId }).length > 0) return false;
  const composed = composeReminder(ctx, survey);
  if (!composed.ok) {
    ctx.log('survey.notReminded', { code: composed.error.code });
    return false;
  }
  const message = {
    surveyId,
    conversationId,
    personId,
    purpose: 'reminder',
    text: composed.value,
    undoMs: 0,
  } as const;
  enqueueSurveyMessage(ctx, message, () =>
    recordActivity(ctx, { kind: 'surveyReminded', agent: null, conversationId, facts: { surveyId } }),
  );
  return true;
}
