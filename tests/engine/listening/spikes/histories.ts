import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { createRandom } from '#simulator/base/random.ts';

/** A year of a shop: how many posts each minute brought, and what was planted into it. */
export interface History {
  readonly startAt: number;
  readonly endAt: number;
  /** Posts from a time to another, both full minutes. */
  readonly count: (from: number, to: number) => number;
  readonly incidents: readonly Stretch[];
  readonly busyDays: readonly Stretch[];
}

export interface Stretch {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** What a stretch makes of the posts expected in a minute; `minute` is since its beginning, `usual` what is expected without it. */
interface Planted extends Stretch {
  readonly shape: (minute: number, usual: number) => number;
}

const START = Date.UTC(2025, 0, 6);
const MINUTES = (365 * DAY_MS) / MINUTE_MS;
/** The first weeks are the past that the first baselines come from. */
const SETTLING_DAYS = 40;
const busyKinds = ['campaign', 'Monday peak', 'outage of X and flood'] as const;

/** `perSlot` posts in ten minutes on average over the week; ten incidents and ten busy days at least a week apart from each other. */
export function createHistory(seed: number, perSlot: number): History {
  const random = createRandom(seed);
  const planted = plant(random, perSlot);
  const total = new Float64Array(MINUTES + 1);
  const starts = new Map(planted.map((one) => [toMinute(one.from), one]));
  let current: Planted | undefined;
  let noise = 1;
  for (let minute = 0; minute < MINUTES; minute += 1) {
    if (minute % 60 === 0) noise = Math.exp(0.25 * toNormal(random));
    current = starts.get(minute) ?? current;
    const at = START + minute * MINUTE_MS;
    const usual = (perSlot / 10) * toWeekly(at) * (1 + (0.2 * minute) / MINUTES) * noise;
    const isIn = current !== undefined && at < current.to;
    const mean = isIn && current ? current.shape(minute - toMinute(current.from), usual) : usual;
    total[minute + 1] = (total[minute] ?? 0) + toPoisson(random, mean);
  }
  const countTo = (at: number) => total[Math.min(Math.max(toMinute(at), 0), MINUTES)] ?? 0;
  return {
    startAt: START,
    endAt: START + MINUTES * MINUTE_MS,
    count: (from, to) => countTo(to) - countTo(from),
    incidents: planted.filter(({ kind }) => kind === 'incident'),
    busyDays: planted.filter(({ kind }) => kind !== 'incident'),
  };
}

const toMinute = (at: number) => Math.round((at - START) / MINUTE_MS);

function plant(random: () => number, perSlot: number): Planted[] {
  const weekMs = ((365 - SETTLING_DAYS) / 20) * DAY_MS;
  return Array.from({ length: 20 }, (_, index) => {
    const base = START + SETTLING_DAYS * DAY_MS + Math.floor(index * weekMs);
    const day = Math.floor(base / DAY_MS) * DAY_MS + DAY_MS * Math.floor(random() * 7);
    return index % 2 === 0
      ? plantIncident(random, day, perSlot)
      : plantBusyDay(random, day, busyKinds[((index - 1) / 2) % 3]);
  });
}

/** Eight to thirty times the usual of that hour, at least 40 posts in ten minutes, reached within five minutes, for one to six hours. */
function plantIncident(random: () => number, day: number, perSlot: number): Planted {
  const from = day + Math.floor(random() * 24 * 60) * MINUTE_MS;
  const times = 8 + 22 * random();
  const more = Math.max(4, (perSlot / 10) * toWeekly(from) * times);
  const lasts = (60 + 300 * random()) * MINUTE_MS;
  return {
    kind: 'incident',
    from,
    to: from + lasts,
    shape: (minute, usual) => usual + more * Math.min(1, minute / 5),
  };
}

function plantBusyDay(random: () => number, day: number, kind: string | undefined): Planted {
  if (kind === 'campaign') {
    const times = 1.5 + 2 * random();
    const shape = (minute: number, usual: number) => usual * (1 + (times - 1) * Math.min(1, minute / 45));
    return { kind, from: day + 8 * HOUR_MS, to: day + 20 * HOUR_MS, shape };
  }
  const times = 1.5 + 1.5 * random();
  if (kind === 'Monday peak') {
    const monday = day - (((new Date(day).getUTCDay() + 6) % 7) - 7) * DAY_MS;
    const from = monday + 7 * HOUR_MS;
    return { kind, from, to: from + 5 * HOUR_MS, shape: (_, usual) => usual * times };
  }
  const silent = Math.floor(60 + 120 * random());
  const flood = (minute: number) => 1 + times * Math.exp(-(minute - silent) / 40);
  const from = day + 9 * HOUR_MS;
  const shape = (minute: number, usual: number) => (minute < silent ? 0 : usual * flood(minute));
  return { kind: 'outage of X and flood', from, to: from + (silent + 240) * MINUTE_MS, shape };
}

/** Busy in office hours, quiet at night and at weekends, busiest on Monday; 1 on average. */
function toWeekly(at: number): number {
  const date = new Date(at);
  const hour = date.getUTCHours() + date.getUTCMinutes() / 60;
  const ofDay = 0.15 + 1.7 * Math.exp(-(((hour - 13) / 5) ** 2));
  const ofWeek = [0.5, 1.5, 1.1, 1.1, 1.1, 1.1, 0.6][date.getUTCDay()] ?? 1;
  return (ofDay / 0.778) * ofWeek;
}

function toNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function toPoisson(random: () => number, mean: number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * toNormal(random)));
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count += 1;
  }
  return count;
}
