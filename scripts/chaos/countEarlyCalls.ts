import { type Story, toMachineTime } from './story.ts';

/** How long a refusal may be on its way to the engine and to its store, in milliseconds of the machine's clock. */
const LEARNING_MS = 500;

/** Counts calls that were made although X had said, and the engine had time to learn, that it must wait. */
export function countEarlyCalls(
  story: Pick<Story, 'kills' | 'moves'> & { readonly control: Pick<Story['control'], 'state'> },
): number {
  const closed = new Map<string, { readonly learntAt: number; readonly until: number }>();
  let early = 0;
  for (const { method, path, at, resetAt } of story.control.state().requestLog) {
    const endpoint = `${method} ${path.replace(/\d{2,}/g, ':id')}`;
    const madeAt = toMachineTime(story, at);
    const limit = closed.get(endpoint);
    if (limit && madeAt > limit.learntAt && at < limit.until) early += 1;
    const wasUnlearnt = story.kills.some((kill) => kill.at >= madeAt && kill.at < madeAt + LEARNING_MS);
    if (resetAt !== null && !wasUnlearnt) {
      closed.set(endpoint, { learntAt: madeAt + LEARNING_MS, until: resetAt });
    }
  }
  return early;
}
