import type { Figures } from './figures.ts';
import { type Story, toMachineTime } from './story.ts';

/** How long a refusal may be on its way to the engine and to its store, in milliseconds of the machine's clock. */
export const LEARNING_MS = 500;

type Examined = Pick<Story, 'kills' | 'moves'> & { readonly control: Pick<Story['control'], 'state'> };

/**
 * Counts the refusals for a limit that the engine had time to learn of, and the calls that were made all the same before the
 * time that X had named.
 */
export function examineLimits(story: Examined): Pick<Figures, 'limits' | 'earlyCalls'> {
  const closed = new Map<string, { readonly learntAt: number; readonly until: number }>();
  let limits = 0;
  let earlyCalls = 0;
  for (const { method, path, at, resetAt } of story.control.state().requestLog) {
    const endpoint = `${method} ${path.replace(/\d{2,}/g, ':id')}`;
    const madeAt = toMachineTime(story, at);
    const limit = closed.get(endpoint);
    if (limit && madeAt > limit.learntAt && at < limit.until) earlyCalls += 1;
    if (resetAt === null || wasKilledBeforeLearning(story, madeAt)) continue;
    limits += 1;
    closed.set(endpoint, { learntAt: madeAt + LEARNING_MS, until: resetAt });
  }
  return { limits, earlyCalls };
}

function wasKilledBeforeLearning({ kills }: Examined, madeAt: number): boolean {
  return kills.some(({ at }) => at >= madeAt && at < madeAt + LEARNING_MS);
}
