import type { Activity } from '#shared/domain/activity.ts';
import type { Survey } from '#shared/domain/askedSurvey.ts';
import { getCurrentAgent } from '../store/agents.ts';
import type { Db } from '../store/open.ts';
import { getSurveySettings } from '../store/surveySettings.ts';
import { listHandledBy, listScoredOf } from '../store/surveys.ts';

/** The id of the current agent if the scores of what they handled are hidden from them; null if no score is hidden. */
export function getHiddenFrom(db: Db): string | null {
  return getSurveySettings(db).hideFromHandler ? getCurrentAgent(db).id : null;
}

/** A survey as the current agent may see it. Everything that leaves the engine goes through here. */
export function asSeen(db: Db, survey: Survey): Survey {
  if (survey.handledBy === null || survey.handledBy !== getHiddenFrom(db)) return survey;
  const nothing = { score: null, comment: null, confidence: null, corrections: [], messageIds: [] };
  return { ...survey, ...nothing, isHidden: true };
}

/** Activities that say or suggest what a person responded. */
const telling: ReadonlySet<Activity['kind']> = new Set([
  'surveyAnswered',
  'surveyCorrected',
  'surveyCommented',
  'surveyDoubted',
  'surveyFollowUp',
  // One that a score has led to.
  'ruleRun',
]);

/** The activities without those that tell the current agent a score that is hidden from them. */
export function withoutHiddenScores(db: Db, activities: Activity[]): Activity[] {
  const agent = getHiddenFrom(db);
  const asked = activities.flatMap(({ kind, facts }) => (telling.has(kind) ? [String(facts.surveyId)] : []));
  if (agent === null || asked.length === 0) return activities;
  const hidden = listHandledBy(db, agent, asked);
  return activities.filter(({ kind, facts }) => !telling.has(kind) || !hidden.has(String(facts.surveyId)));
}

/** What is about conversations, without those that tell the current agent a score that is hidden from them by being named. */
export function withoutHiddenScored<T extends { readonly conversationId: string | null }>(
  db: Db,
  named: readonly T[],
): T[] {
  const agent = getHiddenFrom(db);
  if (agent === null) return [...named];
  const ids = named.flatMap(({ conversationId }) => conversationId ?? []);
  const hidden = listScoredOf(db, agent, ids);
  return named.filter(({ conversationId }) => !hidden.has(conversationId ?? ''));
}
