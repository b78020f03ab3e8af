import type { Survey } from '#shared/domain/askedSurvey.ts';
import { scoreRange, toScoreBand } from '#shared/domain/survey.ts';
import type { EngineContext } from '../context/context.ts';
import { listAgents } from '../store/agents.ts';
import { reopen, setAgent, setSnooze } from '../store/conversationChanges.ts';
import { setFollowUp } from '../store/followUps.ts';
import { listSummaryFacts } from '../store/summaries.ts';
import { hasFollowUp } from '../store/surveyResponses.ts';
import { getSurveySettings } from '../store/surveySettings.ts';
import { getAgentColumns } from '../store/undoFacts.ts';
import { recordActivity } from './recordActivity.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;
type Scored = Pick<Survey, 'id' | 'conversationId' | 'scale' | 'score' | 'handledBy'>;

/**
 * Brings the conversation of a low score back to the queue, once for each survey, if the workspace wants that. Whoever handled the matter
 * is its assignee no longer. It is assigned to nobody else: Perch does not know who is at work. Returns whether the queue did not
 * have it. Call it in the transaction that stores the score, and summarise the conversation there.
 */
export function followUpLowScore(ctx: Context, scored: Scored): boolean {
  const { db } = ctx;
  const { scale, score, conversationId } = scored;
  if (score === null || toScoreBand(scale, score) !== 'low') return false;
  if (!getSurveySettings(db).followUpLowScores || hasFollowUp(db, scored)) return false;
  const [before] = listSummaryFacts(db, [conversationId]);
  const now = ctx.clock.now();
  reopen(db, conversationId, now);
  setSnooze(db, conversationId, null);
  setFollowUp(db, conversationId, { at: now, setStatusAt: now, repliedAt: before?.repliedAt ?? null });
  passOn(ctx, scored);
  return before?.stored.inQueue === false;
}

function passOn(ctx: Context, { id: surveyId, conversationId, scale, score, handledBy }: Scored): void {
  const { db } = ctx;
  if (getAgentColumns(db, conversationId)?.agent === handledBy) setAgent(db, conversationId, null);
  const hasColleague = handledBy !== null && listAgents(db).some(({ id }) => id !== handledBy);
  const facts = { surveyId, score, of: scoreRange[scale].max, ...(hasColleague ? { handledBy } : {}) };
  recordActivity(ctx, { kind: 'surveyFollowUp', agent: null, conversationId, facts });
}
