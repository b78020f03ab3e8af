import { HOUR_MS, SECOND_MS } from '#shared/time.ts';
import type { Matter, Moment, Planning } from './plan.ts';
import { type AgentKey, vipHandle } from './shop.ts';
import { type Customer, fillIn, returns, type Topic, topics } from './words.ts';

interface Opening {
  readonly number: number;
  readonly customer: Customer;
  readonly openedAt: number;
}

interface PlannedMatter {
  readonly matter: Matter;
  readonly moments: readonly Moment[];
}

/** The places of topics: most are in English. */
const topicOrder: readonly [number, ...number[]] = [0, 0, 0, 1, 1, 2, 2, 2, 3, 4];
const MOST_TURNS = 3;

/** Plans a matter from its first message to its resolution: replies, what else its customer writes, a snooze, a return. */
export function planMatter(planning: Planning, opening: Opening): PlannedMatter {
  const { random } = planning;
  const { customer, openedAt } = opening;
  const topic = topics[pick(random, topicOrder)] ?? topics[0];
  if (!topic) throw new Error('There is no topic.');
  const matter: Matter = {
    customer,
    channel: random() < 0.3 ? 'dm' : 'public',
    language: topic.language,
  };
  const desk = createDesk(planning, opening, topic);
  desk.write(openedAt, pick(random, topic.opens));
  // Some say something that needs no reply.
  if (random() < 0.04) {
    desk.resolve(desk.later(openedAt));
    return { matter, moments: desk.moments };
  }
  let at = desk.reply(random() < 0.05 ? desk.snooze(openedAt) : openedAt);
  for (let turn = 1; turn < MOST_TURNS && random() < 0.45; turn += 1) {
    const next = at + Math.floor(180 + random() ** 3 * 80_000) * SECOND_MS;
    desk.write(next, pick(random, topic.continues));
    at = desk.reply(next);
  }
  at = desk.resolve(desk.soon(at));
  if (random() < 0.08) {
    const back = at + Math.floor(2 + random() * 50) * HOUR_MS;
    desk.write(back, pick(random, returns));
    desk.resolve(desk.soon(desk.reply(back)));
  }
  return { matter, moments: desk.moments };
}

const pick = <T>(random: () => number, items: readonly [T, ...T[]]): T =>
  items[Math.floor(random() * items.length)] ?? items[0];

/** Notes what a customer and an agent do; each function returns when it is done. */
function createDesk({ random, afterWork }: Planning, { number, customer }: Opening, topic: Topic) {
  const agent: AgentKey = random() < 0.55 ? 'mia' : 'jonas';
  const hurry = customer.handle === vipHandle ? 0.4 : 1;
  const values = { name: customer.name.split(' ')[0] ?? '', order: 40_000 + ((number * 37) % 9_000) };
  const moments: Moment[] = [];
  const note = (moment: Moment): number => {
    moments.push(moment);
    return moment.at;
  };
  /** In office time: mostly within two hours, sometimes a day. */
  const later = (at: number) => afterWork(at, 1 + Math.exp(3.7 + 1.1 * toNormal(random)) * hurry);
  return {
    moments,
    later,
    soon: (at: number) => afterWork(at, 2 + random() * 50),
    write: (at: number, text: string) =>
      note({ what: 'write', matter: number, at, text: fillIn(text, values) }),
    reply: (since: number) => {
      const text = pick(random, topic.replies);
      // X refuses the same text twice within a day.
      const filled = fillIn(text, { ...values, case: `${number + 100}-${moments.length}` });
      return note({ what: 'reply', matter: number, at: later(since), text: filled, agent });
    },
    resolve: (at: number) => note({ what: 'resolve', matter: number, at, agent }),
    snooze: (since: number) => {
      const at = afterWork(since, 5 + random() * 20);
      const until = afterWork(at, 60 + random() * 240);
      note({ what: 'snooze', matter: number, at, until, agent });
      return until;
    },
  };
}

/** A number with the standard normal distribution (Box and Muller). */
const toNormal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
