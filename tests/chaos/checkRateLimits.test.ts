import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { checkRateLimits } from '../../scripts/chaos/checkRateLimits.ts';

const START = 1_000_000;

interface LoggedCall {
  readonly at: number;
  readonly path?: string;
  readonly resetAt?: number | null;
}

/** The early calls among `calls`, with kills at these times and clock changes given as [time, offset]. */
function countEarly(
  calls: readonly LoggedCall[],
  kills: number[] = [],
  changes: [number, number][] = [],
  rollbacks: number[] = [],
): number {
  const requestLog = calls.map(({ at, path = '/2/users/1234/mentions', resetAt = null }) => ({
    method: 'GET',
    path,
    query: '',
    at,
    status: resetAt === null ? 200 : 429,
    fault: null,
    resetAt,
  }));
  return checkRateLimits({
    rollbacks: rollbacks.map((at) => ({ at, kind: 'putBack' })),
    control: { state: () => ({ requestLog }) as never },
    kills: kills.map((at) => ({ at, crashPoint: 'idle' })),
    clockChanges: changes.map(([at, offsetMs]) => ({ at, offsetMs })),
  }).earlyCalls;
}

const refused = { at: START, resetAt: START + 15 * MINUTE_MS };

test.each<[string, number, Parameters<typeof countEarly>]>([
  ['counts a call before the reset', 1, [[refused, { at: START + MINUTE_MS }]]],
  [
    'counts a call to the same endpoint for another user',
    1,
    [[refused, { at: START + MINUTE_MS, path: '/2/users/99/mentions' }]],
  ],
  ['counts every early call', 2, [[refused, { at: START + MINUTE_MS }, { at: START + 14 * MINUTE_MS }]]],
  ['ignores a call after the reset', 0, [[refused, { at: START + 15 * MINUTE_MS }]]],
  ['ignores a call to another endpoint', 0, [[refused, { at: START + MINUTE_MS, path: '/2/dm_events' }]]],
  ['ignores a call made before the engine could store the limit', 0, [[refused, { at: START + 100 }]]],
  [
    'ignores a call after a kill that came before the limit was stored',
    0,
    [[refused, { at: START + MINUTE_MS }], [START + 100]],
  ],
  [
    'counts a call after a kill that came long after the limit was stored',
    1,
    [[refused, { at: START + MINUTE_MS }], [START + 5_000]],
  ],
  [
    'measures the time to store the limit by the machine, not by the advanced clock',
    0,
    [[refused, { at: START + MINUTE_MS }], [], [[START + 10, MINUTE_MS - 10]]],
  ],
  [
    'ignores a call after the store was set back to a state without the limit',
    0,
    [[refused, { at: START + MINUTE_MS }], [], [], [START + 10_000]],
  ],
])('%s', (_, early, given) => {
  expect(countEarly(...given)).toBe(early);
});
