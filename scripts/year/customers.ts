import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import type { Matter, Moment, YearPlan } from './plan.ts';
import { vipHandle } from './shop.ts';
import { type Customer, toCustomer } from './words.ts';

/** So long after the last moment of a matter its customer may come with another one, which does not reopen it. */
const APART_MS = 5 * DAY_MS;

/** Hands out customers who are in no other matter, the VIP first; about half of them came before. */
export function createCustomers(random: () => number, expected: number) {
  const freeFrom = new Map<string, number>();
  const vip: Customer = { handle: vipHandle, name: 'Harriet Holm' };
  const known: Customer[] = [];
  const isFree = ({ handle }: Customer, at: number) => (freeFrom.get(handle) ?? 0) <= at;
  return {
    take: (at: number): Customer => {
      const isVip = freeFrom.size === 0 || random() < Math.max(0.01, 24 / expected);
      if (isVip && isFree(vip, at)) return vip;
      const old = known[Math.floor(random() * known.length)];
      if (random() < 0.45 && old && isFree(old, at)) return old;
      const customer = toCustomer(known.length);
      known.push(customer);
      return customer;
    },
    release: ({ handle }: Customer, endedAt: number) => {
      freeFrom.set(handle, endedAt + APART_MS);
    },
  };
}

/** Somebody who wrote between two times only, with the most matters. */
export function findErased(
  matters: readonly Matter[],
  moments: readonly Moment[],
  [after, before]: readonly [number, number],
): string {
  const times = new Map<string, number[]>();
  for (const moment of moments) {
    if (!('matter' in moment)) continue;
    const handle = matters[moment.matter]?.customer.handle ?? '';
    times.set(handle, [...(times.get(handle) ?? []), moment.at]);
  }
  const found = [...times].filter(([, at]) => Math.min(...at) > after && Math.max(...at) < before);
  const [handle] = found.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  if (handle === undefined) throw new Error('The year is too short: nobody wrote in its second half only.');
  return handle;
}

const responses = [
  'A 5, great help',
  '5',
  '4 out of 5',
  '4',
  'A 3, it took a while',
  '2, I had to ask three times',
];

/** Which customers respond to surveys, and how. */
export function pickScores(random: () => number, matters: readonly Matter[]): YearPlan['scores'] {
  const handles = [...new Set(matters.map(({ customer }) => customer.handle))];
  return new Map(
    handles
      .filter(() => random() < 0.4)
      .map((handle) => [
        handle,
        {
          text: responses[Math.floor(random() * random() * responses.length)] ?? '5',
          delayMs: Math.floor(20 + random() * 180) * MINUTE_MS,
        },
      ]),
  );
}
