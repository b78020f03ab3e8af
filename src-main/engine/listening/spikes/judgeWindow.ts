import type { SpikeSensitivity } from '#shared/domain/spike.ts';
import { HOUR_MS } from '#shared/time.ts';
import type { Baseline } from './baseline.ts';

/** How far ten minutes must exceed what is usual. */
interface Limits {
  /** The fewest posts that are worth an alert. */
  readonly posts: number;
  /** So many times the usual, at the level of the last hours. */
  readonly times: number;
  /** So many spreads above the usual. */
  readonly spreads: number;
}

const limitsOf: Readonly<Record<Exclude<SpikeSensitivity, 'off'>, Limits>> = {
  low: { posts: 30, times: 8, spreads: 12 },
  normal: { posts: 16, times: 5, spreads: 8 },
  high: { posts: 10, times: 3, spreads: 5 },
};

/** What the posts of ten minutes are, beside what is usual: `high` begins a spike, `raised` lets one last. */
export type Verdict = 'high' | 'raised' | 'calm';

/** The verdict about ten minutes with `count` posts; `getLevel` gives the level of the last hours (`toLevel`), and is called only if it matters. */
export function judgeWindow(
  count: number,
  { usual, spread }: Baseline,
  getLevel: () => number,
  sensitivity: Exclude<SpikeSensitivity, 'off'>,
): Verdict {
  const { posts, times, spreads } = limitsOf[sensitivity];
  const lowest = Math.max(posts, usual * times);
  if (count >= lowest) {
    const level = getLevel();
    const expected = usual * level;
    if (count >= Math.max(expected * times, expected + spreads * spread * Math.sqrt(level))) return 'high';
  }
  // Without the level, which the spike itself raises after a while.
  return count >= lowest / 2 ? 'raised' : 'calm';
}

/** After this long without raised windows a spike is over, and a new one may begin. */
const CALM_MS = HOUR_MS;

/** What a verdict does to the spike that is there or not: one alert an incident, however often it rises. */
export type SpikeStep = 'begin' | 'go on' | 'end' | 'none';

/** `lastHighAt` is when the spike was last high or raised; null if there is none. */
export function toSpikeStep(verdict: Verdict, lastHighAt: number | null, at: number): SpikeStep {
  if (lastHighAt === null) return verdict === 'high' ? 'begin' : 'none';
  // Also if it is high again: what the hours in between brought is not known, so that is another spike.
  if (at - lastHighAt >= CALM_MS) return 'end';
  return verdict === 'calm' ? 'none' : 'go on';
}
