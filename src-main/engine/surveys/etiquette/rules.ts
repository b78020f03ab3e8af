import type { SurveySettings } from '#shared/domain/surveySettings.ts';
import type { SurveyReason } from '#shared/surveyReason.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';

/** All that decides whether a person can be asked. Times are epoch milliseconds. */
export interface SurveyFacts {
  readonly now: number;
  /** Whether the person has opened the private channel, and it is not closed again: their consent. */
  readonly hasPrivateChannel: boolean;
  /** When a survey went to the person last, or was on its way; null if never. */
  readonly lastAskedAt: number | null;
  /** How many of the person's conversations are not resolved. */
  readonly openMatters: number;
  readonly endedAngrily: boolean;
  readonly hasOptedOut: boolean;
  /** What wall clocks show where the person lives, in minutes since midnight. */
  readonly localMinute: number;
  readonly isCapReached: boolean;
  /** What X still lets the account send in private; null where X has not said. */
  readonly allowance: {
    readonly limit: number | null;
    readonly remaining: number;
    readonly resetAt: number;
  } | null;
  /** Whether a reply to the person is not on X yet. */
  readonly hasUnsentReply: boolean;
  readonly isCrisisOn: boolean;
  /** Whether an agent or a rule has ruled out a survey about the conversation. */
  readonly isRuledOut: boolean;
}

type Settings = Pick<SurveySettings, 'periodDays' | 'quietFrom' | 'quietTo'>;
type Rule = (facts: SurveyFacts, settings: Settings) => SurveyReason | null;

/** So many private messages, and this share of X's limit, are kept for replies. */
const KEPT_MESSAGES = 5;
const KEPT_SHARE = 0.2;

/** Consent: whoever has written in private has opened the channel; nobody else is asked there. */
export const mayWritePrivately: Rule = ({ hasPrivateChannel }) =>
  hasPrivateChannel ? null : { code: 'noPrivateChannel' };

/** One survey per person and period. */
export const isRested: Rule = ({ lastAskedAt, now }, { periodDays }) => {
  if (lastAskedAt === null) return null;
  const nextAt = lastAskedAt + Math.max(periodDays, 1) * DAY_MS;
  return nextAt > now ? { code: 'askedRecently', nextAt } : null;
};

export const isSettled: Rule = ({ openMatters }) => (openMatters > 0 ? { code: 'openMatter' } : null);

export const isCalm: Rule = ({ endedAngrily }) => (endedAngrily ? { code: 'angryEnding' } : null);

export const isWilling: Rule = ({ hasOptedOut }) => (hasOptedOut ? { code: 'optedOut' } : null);

/** Not in the quiet hours where the person lives, which may lie around midnight. */
export const isAwake: Rule = ({ now, localMinute }, { quietFrom, quietTo }) => {
  const [from, to] = [quietFrom * 60, quietTo * 60];
  const isQuiet =
    from <= to ? localMinute >= from && localMinute < to : localMinute >= from || localMinute < to;
  if (!isQuiet) return null;
  const minutes = (to - localMinute + 24 * 60) % (24 * 60);
  return { code: 'night', nextAt: now - (now % MINUTE_MS) + minutes * MINUTE_MS };
};

export const isAffordable: Rule = ({ isCapReached }) => (isCapReached ? { code: 'capReached' } : null);

/** What X lets the account send is kept for replies first. */
export const leavesRoomForReplies: Rule = ({ allowance, now }) => {
  if (allowance === null || allowance.resetAt <= now) return null;
  const kept = Math.max(KEPT_MESSAGES, Math.ceil((allowance.limit ?? 0) * KEPT_SHARE));
  return allowance.remaining <= kept ? { code: 'replyLimit', nextAt: allowance.resetAt } : null;
};

export const isAnswered: Rule = ({ hasUnsentReply }) => (hasUnsentReply ? { code: 'unsentReply' } : null);

/** In a crisis people want help, and their scores would be about the incident. */
export const isNoCrisis: Rule = ({ isCrisisOn }) => (isCrisisOn ? { code: 'crisis' } : null);

export const isAllowed: Rule = ({ isRuledOut }) => (isRuledOut ? { code: 'ruledOut' } : null);

const rules: readonly Rule[] = [
  mayWritePrivately,
  isWilling,
  isAllowed,
  isRested,
  isSettled,
  isAnswered,
  isCalm,
  isNoCrisis,
  isAwake,
  isAffordable,
  leavesRoomForReplies,
];

/** Every reason not to ask, the lasting ones first; none if the person can be asked. */
export const listReasons = (facts: SurveyFacts, settings: Settings): SurveyReason[] =>
  rules.flatMap((rule) => rule(facts, settings) ?? []);
