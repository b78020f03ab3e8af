import type { Control } from '#simulator/simulator.ts';

type Fault = Parameters<Control['addFault']>[0];

const damagedPages = ['duplicated', 'shuffled', 'truncated', 'malformed', 'endless'] as const;
const failures = ['timeout', 'reset', 'serverError'] as const;
const rateLimitBodies = ['problem', 'code88', 'usageCapped'] as const;

const pick = <T>(random: () => number, from: readonly [T, ...T[]]): T =>
  from[Math.floor(random() * from.length)] ?? from[0];

/** A random fault of the next call that sends a post or a private message. */
export function sendFault(random: () => number): Fault {
  const match = { method: 'POST' };
  const hiddenMs = random() < 0.3 ? Math.floor(random() * 120_000) : 0;
  const chance = random();
  if (chance < 0.45) return { kind: pick(random, failures), when: 'after', hiddenMs, match };
  if (chance < 0.65) return { kind: pick(random, failures), when: 'before', match };
  if (chance < 0.75) return { kind: pick(random, ['truncated', 'malformed', 'endless']), hiddenMs, match };
  if (chance < 0.85) return rateLimitFault(random, match);
  if (chance < 0.9) return { kind: pick(random, ['forbidden', 'creditsDepleted']), match };
  return { kind: 'slow', delayMs: Math.floor(random() * 100), hiddenMs, match };
}

/** A random fault of the next call that reads one kind of source. */
export function readFault(random: () => number): Fault {
  const match = { method: 'GET', path: pick(random, ['mentions', 'dm_events', 'tweets$']) };
  const chance = random();
  if (chance < 0.4) return { kind: pick(random, damagedPages), seed: Math.floor(random() * 1_000), match };
  if (chance < 0.7) return { kind: pick(random, failures), match };
  if (chance < 0.85) return rateLimitFault(random, match);
  return { kind: 'slow', delayMs: Math.floor(random() * 100), match };
}

/** A rate limit of one random endpoint, with correct headers for its reset. */
export function rateLimitWithReset(random: () => number): Fault {
  const match = pick(random, [
    { method: 'GET', path: 'mentions' },
    { method: 'GET', path: 'dm_events$' },
    { method: 'POST', path: '/tweets$' },
    { method: 'POST', path: 'messages$' },
  ]);
  return { kind: 'rateLimited', shape: pick(random, ['problem', 'code88']), headers: 'right', match };
}

function rateLimitFault(random: () => number, match: NonNullable<Fault['match']>): Fault {
  const headers = pick(random, ['right', 'right', 'missing', 'wrong'] as const);
  return { kind: 'rateLimited', shape: pick(random, rateLimitBodies), headers, match };
}
