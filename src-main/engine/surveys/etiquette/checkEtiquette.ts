import { createLocalTime } from '#shared/domain/localTime.ts';
import { isKnownTimeZone } from '#shared/domain/officeHours.ts';
import type { SurveyReason } from '#shared/surveyReason.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { getMonth } from '../../budget/monthlyCap.ts';
import type { EngineContext } from '../../context/context.ts';
import { isCrisisOn } from '../../store/incidents.ts';
import { getPerson } from '../../store/people.ts';
import { getSettings } from '../../store/settings.ts';
import { getAskingFacts, getDmAllowance } from '../../store/surveyFacts.ts';
import { getSurveySettings } from '../../store/surveySettings.ts';
import { getAgentColumns } from '../../store/undoFacts.ts';
import { listWantedTexts } from '../../store/wantedTexts.ts';
import { endedInAnger } from './angryEnding.ts';
import { listReasons, type SurveyFacts } from './rules.ts';
import { timeZoneOf } from './timeZoneOf.ts';

interface Asked {
  readonly conversationId: string;
  readonly personId: string;
  /** The survey that is about to go out, which does not stand in its own way. */
  readonly surveyId?: string;
}

/** Every reason not to send a survey to a person now; none if it can go out. Makes no call to X. */
export function checkEtiquette(ctx: Pick<EngineContext, 'db' | 'clock'>, asked: Asked): SurveyReason[] {
  return listReasons(gatherFacts(ctx, asked), getSurveySettings(ctx.db));
}

function gatherFacts(ctx: Pick<EngineContext, 'db' | 'clock'>, asked: Asked): SurveyFacts {
  const { db } = ctx;
  const now = ctx.clock.now();
  return {
    now,
    ...getAskingFacts(db, { personId: asked.personId, surveyId: asked.surveyId ?? '' }),
    endedAngrily: endedInAnger(listWantedTexts(db, asked.conversationId)),
    localMinute: toLocalMinute(ctx, asked.personId, now),
    isCapReached: getMonth(ctx).state === 'stopped',
    isCrisisOn: isCrisisOn(db),
    isRuledOut: getAgentColumns(db, asked.conversationId)?.noSurvey === 1,
    allowance: getDmAllowance(db, now),
  };
}

// Where the place is not known, most customers are awake when the office is.
function toLocalMinute({ db }: Pick<EngineContext, 'db'>, personId: string, now: number): number {
  const zone = timeZoneOf(getPerson(db, personId)?.location ?? null) ?? getSettings(db).officeHours?.timeZone;
  const local = createLocalTime(zone && isKnownTimeZone(zone) ? zone : undefined);
  return Math.floor((local.toLocal(now) % DAY_MS) / MINUTE_MS);
}
