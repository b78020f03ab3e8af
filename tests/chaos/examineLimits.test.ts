import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { examineLimits } from '../../scripts/chaos/examineLimits.ts';

const START = 1_000_000;

interface Asked {
  readonly at: number;
  readonly path?: string;
  readonly resetAt?: number | null;
}

/** What is found among these calls, where an engine was killed at `kills` and the clock stood `aheadMs` ahead from `movedAt`. */
function count(asked: readonly Asked[], kills: number[] = [], moves: [number, number][] = []): number {
  const requestLog = asked.map(({ at, path = '/2/users/1234/mentions', resetAt = null }) => ({
    method: 'GET',
    path,
    query: '',
    at,
    status: resetAt === null ? 200 : 429,
    fault: null,
    resetAt,
  }));
  return examineLimits({
    control: { state: () => ({ requestLog }) as never },
    kills: kills.map((at) => ({ at, death: 'idle' })),
    moves: moves.map(([at, offsetMs]) => ({ at, offsetMs })),
  }).earlyCalls;
}

const refused = { at: START, resetAt: START + 15 * MINUTE_MS };

test.each<[string, number, Parameters<typeof count>]>([
  ['a call before the reset is early', 1, [[refused, { at: START + MINUTE_MS }]]],
  [
    'so is one of the same kind for somebody else',
    1,
    [[refused, { at: START + MINUTE_MS, path: '/2/users/99/mentions' }]],
  ],
  ['each of them counts', 2, [[refused, { at: START + MINUTE_MS }, { at: START + 14 * MINUTE_MS }]]],
  ['one after the reset is not', 0, [[refused, { at: START + 15 * MINUTE_MS }]]],
  ['one of another kind is not', 0, [[refused, { at: START + MINUTE_MS, path: '/2/dm_events' }]]],
  ['one that left before the refusal could arrive is not', 0, [[refused, { at: START + 100 }]]],
  [
    'one of an engine that took over before the refusal was stored is not',
    0,
    [[refused, { at: START + MINUTE_MS }], [START + 100]],
  ],
  ['one long after a kill is', 1, [[refused, { at: START + MINUTE_MS }], [START + 5_000]]],
  [
    'a clock that was moved on gives no time to learn',
    0,
    [[refused, { at: START + MINUTE_MS }], [], [[START + 10, MINUTE_MS - 10]]],
  ],
])('%s', (_, early, given) => {
  expect(count(...given)).toBe(early);
});
