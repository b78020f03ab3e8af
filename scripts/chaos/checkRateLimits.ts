import { type Scenario, toMachineTime } from './scenario.ts';
import type { Tally } from './tally.ts';

/** Longest time from X's refusal until the engine has stored it, in milliseconds of the machine's clock. */
export const LIMIT_STORED_WITHIN_MS = 500;

type Checked = Pick<Scenario, 'kills' | 'clockChanges' | 'rollbacks'> & {
  readonly control: Pick<Scenario['control'], 'state'>;
};

/**
 * Goes through X's request log. Counts the rate limits that the engine had time to store, and the calls that it made
 * nevertheless to a limited endpoint before its reset.
 */
export function checkRateLimits(scenario: Checked): Pick<Tally, 'rateLimits' | 'earlyCalls'> {
  const closed = new Map<string, { readonly storedAt: number; readonly resetAt: number }>();
  let rateLimits = 0;
  let earlyCalls = 0;
  for (const { method, path, at, resetAt } of scenario.control.state().requestLog) {
    const endpoint = `${method} ${path.replace(/\d{2,}/g, ':id')}`;
    const madeAt = toMachineTime(scenario, at);
    const limit = closed.get(endpoint);
    const isKnown = limit && madeAt > limit.storedAt && !wasRolledBack(scenario, limit.storedAt, madeAt);
    if (isKnown && at < limit.resetAt) earlyCalls += 1;
    if (resetAt === null || wasKilledBeforeStoring(scenario, madeAt)) continue;
    rateLimits += 1;
    closed.set(endpoint, { storedAt: madeAt + LIMIT_STORED_WITHIN_MS, resetAt });
  }
  return { rateLimits, earlyCalls };
}

function wasRolledBack({ rollbacks }: Checked, from: number, to: number): boolean {
  return rollbacks.some(({ at }) => at >= from && at <= to);
}

function wasKilledBeforeStoring({ kills }: Checked, madeAt: number): boolean {
  return kills.some(({ at }) => at >= madeAt && at < madeAt + LIMIT_STORED_WITHIN_MS);
}
