import { createLocalTime, type LocalTime } from '#shared/domain/localTime.ts';
import { createCalendar, type OfficeCalendar } from '#shared/domain/officeCalendar.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { createRandom } from '#simulator/base/random.ts';
import { createCustomers, findErased, pickScores } from './customers.ts';
import { planMatter } from './planMatter.ts';
import { planOutage } from './planOutage.ts';
import { type AgentKey, officeHours } from './shop.ts';
import type { Customer } from './words.ts';

/** What the team itself does in the year. */
export type TeamMove = 'makeVip' | 'renameJonas' | 'changeRule' | 'changeTargets' | 'erase';

/** Something that happens at a time, in whole seconds. `matter` is the number of a conversation of the plan. */
export type Moment = { readonly at: number } & (
  | { readonly what: 'write'; readonly matter: number; readonly text: string }
  | { readonly what: 'reply'; readonly matter: number; readonly text: string; readonly agent: AgentKey }
  | { readonly what: 'resolve'; readonly matter: number; readonly agent: AgentKey }
  | { readonly what: 'snooze'; readonly matter: number; readonly until: number; readonly agent: AgentKey }
  | { readonly what: 'poll' }
  | { readonly what: 'startCrisis' | 'tellEverybody' | 'endCrisis' }
  /** A reply of the crisis reaches X; only its sending says when. */
  | { readonly what: 'told'; readonly matter: number; readonly outboxId: string }
  | { readonly what: TeamMove }
);

/** One matter of one customer, which becomes one conversation. */
export interface Matter {
  readonly customer: Customer;
  readonly channel: Channel;
  readonly language: ReplyLanguage;
}

export interface YearPlan {
  readonly from: number;
  readonly to: number;
  readonly matters: readonly Matter[];
  /** In the order of time; what would come after the end is left out. */
  readonly moments: readonly Moment[];
  /** Who is erased towards the end: somebody who first wrote in the second half. */
  readonly erased: string;
  /** What people write when a survey asks them, and after how long. */
  readonly scores: ReadonlyMap<string, { readonly text: string; readonly delayMs: number }>;
}

export interface YearOptions {
  readonly seed: number;
  /** The beginning, in epoch milliseconds. */
  readonly from: number;
  readonly days: number;
  /** How many matters an ordinary Wednesday brings. */
  readonly perDay: number;
}

/** What the parts of a plan are made with. */
export interface Planning {
  readonly random: () => number;
  readonly local: LocalTime;
  readonly office: OfficeCalendar;
  /** The time after so much office time, in whole seconds. */
  readonly afterWork: (at: number, minutes: number) => number;
}

/** From Sunday to Saturday: what the weekend brings is read on Monday, when most write anyway. */
const weekdayFactors = [0.6, 1.7, 1.2, 1, 1, 1.1, 0.7];
/** A campaign of two weeks, as shares of the year. */
const campaign = { from: 0.36, to: 0.4, factor: 2 };
/** Of a hundred matters of a day, by the hour. */
const hours = [1, 0, 0, 0, 0, 0, 1, 3, 5, 8, 10, 9, 7, 6, 6, 6, 6, 5, 4, 5, 7, 6, 3, 2];

/** When the team does what, as shares of the year. */
const teamMoves: Readonly<Record<Exclude<TeamMove, 'makeVip'>, number>> = {
  renameJonas: 0.45,
  changeRule: 0.55,
  changeTargets: 0.6,
  erase: 0.96,
};
const outageAt = 0.78;

/** Plans a year of a small shop. The same options give the same year. */
export function planYear({ seed, from, days, perDay }: YearOptions): YearPlan {
  const random = createRandom(seed);
  const local = createLocalTime(officeHours.timeZone ?? undefined);
  const office = createCalendar(officeHours);
  const afterWork = (at: number, minutes: number) => wholeSecond(office.addOpenTime(at, minutes * MINUTE_MS));
  const planning: Planning = { random, local, office, afterWork };
  const to = from + days * DAY_MS;
  const at = (share: number) => wholeSecond(from + share * (to - from));
  const matters: Matter[] = [];
  const moments: Moment[] = [];
  const customers = createCustomers(random, days * perDay);
  for (const openedAt of listOpenings(planning, { from, to, perDay })) {
    const customer = customers.take(openedAt);
    const planned = planMatter(planning, { number: matters.length, customer, openedAt });
    matters.push(planned.matter);
    moments.push(...planned.moments);
    const endedAt = planned.moments.at(-1)?.at ?? openedAt;
    customers.release(customer, endedAt);
    // Only whom the team knows can become a VIP.
    if (matters.length === 1) moments.push({ what: 'makeVip', at: endedAt + MINUTE_MS });
  }
  const outage = planOutage(planning, {
    around: at(outageAt),
    number: matters.length,
    people: Math.max(36, perDay * 6),
  });
  matters.push(...outage.matters);
  moments.push(...outage.moments);
  for (const [what, share] of Object.entries(teamMoves))
    moments.push({ what: what as TeamMove, at: at(share) });
  return {
    from,
    to,
    matters,
    moments: moments.filter((moment) => moment.at < to).toSorted((a, b) => a.at - b.at),
    erased: findErased(matters, moments, [at(0.5), at(teamMoves.erase) - 10 * DAY_MS]),
    scores: pickScores(random, matters),
  };
}

const wholeSecond = (at: number) => Math.ceil(at / 1_000) * 1_000;

function listOpenings(
  { random, local }: Planning,
  { from, to, perDay }: { readonly from: number; readonly to: number; readonly perDay: number },
): number[] {
  const openings: number[] = [];
  const weights = hours.reduce((sum, hour) => sum + hour, 0);
  for (let day = Math.floor(local.toLocal(from) / DAY_MS); day * DAY_MS < local.toLocal(to); day += 1) {
    const midnight = day * DAY_MS;
    const share = (local.toInstant(midnight, day) - from) / (to - from);
    const isCampaign = share >= campaign.from && share < campaign.to;
    // 1970-01-01 was a Thursday.
    const factor = (weekdayFactors[(day + 4) % 7] ?? 1) * (isCampaign ? campaign.factor : 1);
    const count = Math.floor(perDay * factor * (0.6 + 0.8 * random()) + random());
    for (let n = 0; n < count; n += 1) {
      const hour = pickHour(random() * weights);
      const time = midnight + hour * HOUR_MS + Math.floor(random() * 3_600) * 1_000;
      openings.push(local.toInstant(time, day));
    }
  }
  return openings.filter((at) => at > from && at < to).toSorted((a, b) => a - b);
}

function pickHour(weight: number): number {
  let left = weight;
  return Math.max(
    hours.findIndex((hour) => {
      left -= hour;
      return left < 0;
    }),
    0,
  );
}
