import type { Incident } from '#shared/domain/incident.ts';
import type { EngineContext } from '../context/context.ts';
import { listCandidates } from '../store/surveyCandidates.ts';
import { getRuleSince, getSurveySettings } from '../store/surveySettings.ts';
import { countCrisisRefusals } from '../store/surveys.ts';
import { isSampled, KNOWN_MS } from './askByRule.ts';

/**
 * How many surveys an incident that is running has held back: those that were refused because of it, and the resolutions in the sample of
 * the rule about which nobody was asked. Some of these might have been refused for other reasons.
 */
export function countHeldBack(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  { id, startedAt }: Pick<Incident, 'id' | 'startedAt'>,
): number {
  const refused = countCrisisRefusals(db, id);
  const { rule } = getSurveySettings(db);
  if (!rule.on) return refused;
  const waiting = listCandidates(db, {
    from: Math.max(getRuleSince(db), startedAt - KNOWN_MS),
    until: clock.now(),
    tagIds: rule.tagIds,
  });
  return refused + waiting.filter((one) => isSampled(one, rule.samplePercent)).length;
}
