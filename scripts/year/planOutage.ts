import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import type { Matter, Moment, Planning } from './plan.ts';
import { fillIn, outage, toCustomer } from './words.ts';

/** The first names are all different, so that no statement reads like another one, which X would refuse. */
const MOST_PEOPLE = 40;
const SPREAD_MS = 25 * MINUTE_MS;

/** Plans the crisis: a Tuesday morning on which many write nearly the same, until it is over and everybody has a reply. */
export function planOutage(
  { random, local }: Planning,
  { around, number, people }: { readonly around: number; readonly number: number; readonly people: number },
): { readonly matters: readonly Matter[]; readonly moments: readonly Moment[] } {
  const start = toTuesdayMorning(local, around);
  const count = Math.min(people, MOST_PEOPLE);
  const names = Array.from({ length: count }, (_, index) => index);
  const matters = names.map(
    (index): Matter => ({ customer: toListener(index), channel: 'public', language: 'en' }),
  );
  const moments: Moment[] = names.flatMap((index) => {
    const matter = number + index;
    // Most write in the first minutes.
    const at = start + Math.floor((random() ** 2 * SPREAD_MS) / 1_000) * 1_000;
    const text = outage.posts[Math.floor(random() * outage.posts.length)] ?? '';
    const after = start + 4 * HOUR_MS + index * MINUTE_MS;
    const values = { name: toListener(index).name.split(' ')[0] ?? '', case: `${matter + 100}` };
    return [
      { what: 'write', matter, at, text },
      { what: 'reply', matter, at: after, text: fillIn(outage.over, values), agent: 'mia' },
      { what: 'resolve', matter, at: after + 30_000, agent: 'mia' },
    ];
  });
  for (let at = start; at <= start + HOUR_MS; at += 2 * MINUTE_MS) moments.push({ what: 'poll', at });
  moments.push({ what: 'startCrisis', at: start + 14 * MINUTE_MS });
  moments.push({ what: 'tellEverybody', at: start + 45 * MINUTE_MS });
  moments.push({ what: 'endCrisis', at: start + 3.5 * HOUR_MS });
  return { matters, moments };
}

/** Customers of whom the rest of the year knows nothing. */
const FIRST_LISTENER = 5_000;
const toListener = (index: number) => toCustomer(FIRST_LISTENER + index);

/** The first Tuesday from a time on, at 09:10 by the clocks of the office. */
function toTuesdayMorning(local: Planning['local'], from: number): number {
  let day = Math.ceil(local.toLocal(from) / DAY_MS);
  while ((day + 4) % 7 !== 2) day += 1;
  return local.toInstant(day * DAY_MS + 9 * HOUR_MS + 10 * MINUTE_MS, day);
}
