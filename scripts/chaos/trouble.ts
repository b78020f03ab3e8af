import type { Control } from '#simulator/simulator.ts';

type Order = Parameters<Control['addFault']>[0];

const spoiled = ['duplicated', 'shuffled', 'truncated', 'malformed'] as const;
const broken = ['timeout', 'reset', 'serverError'] as const;
const bodies = ['problem', 'code88', 'usageCapped'] as const;

const pick = <T>(random: () => number, from: readonly [T, ...T[]]): T =>
  from[Math.floor(random() * from.length)] ?? from[0];

/** Trouble with a call that sends. */
export function troubleSending(random: () => number): Order {
  const match = { method: 'POST' };
  const hiddenMs = random() < 0.3 ? Math.floor(random() * 120_000) : 0;
  const chance = random();
  if (chance < 0.45) return { kind: pick(random, broken), when: 'after', hiddenMs, match };
  if (chance < 0.65) return { kind: pick(random, broken), when: 'before', match };
  if (chance < 0.75) return { kind: pick(random, ['truncated', 'malformed']), hiddenMs, match };
  if (chance < 0.85) return rateLimit(random, match);
  if (chance < 0.9) return { kind: pick(random, ['forbidden', 'creditsDepleted']), match };
  return { kind: 'slow', delayMs: Math.floor(random() * 100), hiddenMs, match };
}

/** Trouble with a call that reads. */
export function troubleReading(random: () => number): Order {
  const match = { method: 'GET', path: pick(random, ['mentions', 'dm_events', 'tweets$']) };
  const chance = random();
  if (chance < 0.4) return { kind: pick(random, spoiled), seed: Math.floor(random() * 1_000), match };
  if (chance < 0.7) return { kind: pick(random, broken), match };
  if (chance < 0.85) return rateLimit(random, match);
  return { kind: 'slow', delayMs: Math.floor(random() * 100), match };
}

/** A refusal of one kind of call that says until when. */
export function limit(random: () => number): Order {
  const match = pick(random, [
    { method: 'GET', path: 'mentions' },
    { method: 'GET', path: 'dm_events$' },
    { method: 'POST', path: '/tweets$' },
    { method: 'POST', path: 'messages$' },
  ]);
  return { kind: 'rateLimited', shape: pick(random, ['problem', 'code88']), headers: 'right', match };
}

function rateLimit(random: () => number, match: NonNullable<Order['match']>): Order {
  const headers = pick(random, ['right', 'right', 'missing', 'wrong'] as const);
  return { kind: 'rateLimited', shape: pick(random, bodies), headers, match };
}
