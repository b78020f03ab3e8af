import { createHash } from 'node:crypto';
import { createCalendar } from '#shared/domain/officeCalendar.ts';
import type { SurveyRule } from '#shared/domain/surveyRule.ts';
import type { SurveyReason, SurveyRefusal } from '#shared/surveyReason.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { getPersonLanguage } from '../conversations/personLanguage.ts';
import { isCrisisOn } from '../store/incidents.ts';
import { getSettings } from '../store/settings.ts';
import { getSource } from '../store/sources.ts';
import { listCandidates, type SurveyCandidate } from '../store/surveyCandidates.ts';
import { getRuleSince, getSurveySettings } from '../store/surveySettings.ts';
import { composeSurvey } from './composeSurvey.ts';
import { checkEtiquette } from './etiquette/checkEtiquette.ts';
import { storeSurvey } from './storeSurvey.ts';

/** A survey that could not go out so long after it was due does not any more; such resolutions are looked at for this long. */
const LATE_MS = 3 * DAY_MS;
export const KNOWN_MS = 7 * DAY_MS;
/** So few are asked, and looked at, in one go that no reply waits for it. */
const AT_ONCE = 20;
const LOOKED_AT = 100;

/** What ends by itself: the survey waits. */
const passing: ReadonlySet<SurveyRefusal> = new Set(['night', 'replyLimit', 'unsentReply']);

/**
 * Asks after resolutions as the rule of the workspace says, each once, or records why not. A conversation that is reopened before the
 * delay is over is no candidate any more, nor is one that was resolved before the rule was switched on. Nobody is asked before the private
 * messages that they may have written meanwhile are captured, and in a crisis nobody is. Safe to call at any time.
 */
export function askByRule(ctx: EngineContext): void {
  const { rule } = getSurveySettings(ctx.db);
  const now = ctx.clock.now();
  if (!rule.on || isCrisisOn(ctx.db) || (rule.officeHoursOnly && !isOfficeOpen(ctx, now))) return;
  const delayMs = rule.delayMinutes * MINUTE_MS;
  const capturedThrough = getSource(ctx.db, 'dms').capturedThrough ?? 0;
  const candidates = listCandidates(ctx.db, {
    from: Math.max(getRuleSince(ctx.db), now - delayMs - KNOWN_MS),
    until: Math.min(now, capturedThrough) - delayMs,
    tagIds: rule.tagIds,
  });
  let asked = 0;
  for (const candidate of candidates
    .filter((one) => isSampled(one, rule.samplePercent))
    .slice(0, LOOKED_AT)) {
    if (ask(ctx, rule, candidate)) asked += 1;
    if (asked === AT_ONCE) return;
  }
}

function isOfficeOpen({ db }: EngineContext, now: number): boolean {
  const { officeHours } = getSettings(db);
  return officeHours === null || createCalendar(officeHours).isOpen(now);
}

/** Whether a resolution is in the sample: always the same for the same one, so that neither a restart nor a later look decides anew. */
export function isSampled(
  { conversationId, resolvedAt }: Pick<SurveyCandidate, 'conversationId' | 'resolvedAt'>,
  percent: number,
): boolean {
  const hash = createHash('sha256').update(`${conversationId} ${resolvedAt}`).digest();
  return hash.readUInt32BE(0) < (percent / 100) * 2 ** 32;
}

/** Returns whether the resolution is dealt with: asked about, or refused for good. */
function ask(
  ctx: EngineContext,
  { scale, variant, delayMinutes }: SurveyRule,
  candidate: SurveyCandidate,
): boolean {
  const { conversationId, personId, resolvedAt } = candidate;
  const isLate = ctx.clock.now() > resolvedAt + delayMinutes * MINUTE_MS + LATE_MS;
  const composed = composeSurvey(ctx, { conversationId, scale, variant });
  const reasons: SurveyReason[] = [
    ...checkEtiquette(ctx, { conversationId, personId }),
    ...(composed.ok ? [] : [{ code: 'incompleteText' as const }]),
    ...(isLate ? [{ code: 'tooLate' as const }] : []),
  ];
  if (reasons.length > 0 && reasons.every(({ code }) => passing.has(code))) return false;
  const language = getPersonLanguage(ctx.db, { conversationId, personId }) ?? 'en';
  const { text } = composed.ok ? composed.value : { text: '' };
  const common = { conversationId, personId, scale, variant, language, text, reasons };
  storeSurvey(ctx, { ...common, askedBy: null, resolvedAt, undoMs: 0 });
  return true;
}
