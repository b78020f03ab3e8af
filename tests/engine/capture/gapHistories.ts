import fc from 'fast-check';
import { listSourceStatus } from '#engine/capture/sourceStatus.ts';
import type { AppError } from '#shared/errors.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { settle } from '../../support/fakeClock.ts';
import { dms, never, posts, startPoller, storedIds } from './support.ts';

const calls = { mentions: 'listMentions', dms: 'listDms' } as const;
type SourceName = keyof typeof calls;

/** How X responds about a source in one poll cycle: `afterCalls` good responses, then this kind of trouble. */
const trouble = fc.record({
  afterCalls: fc.nat(6),
  kind: fc.constantFrom('none', 'offline', 'budget', 'refusedOnce', 'limited', 'kill'),
});
type Trouble = typeof trouble extends fc.Arbitrary<infer T> ? T : never;

const kind = <K extends string>(name: K) => fc.constant(name);
const count = fc.integer({ min: 1, max: 350 });
const minutes = fc.integer({ min: 1, max: 300 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: kind('arrive'), count }) },
  { weight: 4, arbitrary: fc.record({ kind: kind('cycle'), mentions: trouble, dms: trouble }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('delete'), from: fc.nat(400), count: fc.nat(150) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('sleep'), minutes }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Cycle = Extract<Step, { readonly kind: 'cycle' }>;

/** What happens to a workspace and to its X, and what X's page tokens mean. */
export const history = fc.record({
  steps: fc.array(step, { minLength: 4, maxLength: 14 }),
  tokens: fc.constantFrom('places', 'ids'),
});

/** Fewer mentions than X is sure to show, so that none of them is ever lost. */
const MAX_MENTIONS = 660;

/** A workspace over an X in memory, and the means to compare its ledger with both. */
export function openWorld(tokens: 'places' | 'ids') {
  let part = startPoller();
  const { x, db } = part;
  x.dmTokens = tokens;
  db.pragma('synchronous = OFF');
  const now = () => part.clock.now();
  const jump = (ms: number) => part.clock.jump(ms);

  async function runCycle({ mentions, dms: messages }: Cycle): Promise<void> {
    const responses = { mentions: toResponses(mentions, now), dms: toResponses(messages, now) };
    x.spoil = (name) =>
      name === calls.mentions ? responses.mentions() : name === calls.dms ? responses.dms() : null;
    const running = part.poller.pollNow();
    if (mentions.kind !== 'kill' && messages.kind !== 'kill') return void (await running);
    for (let turn = 0; turn < 20; turn += 1) await settle();
    await part.poller.stop();
    part = startPoller({ x, db, at: now() });
    part.poller.start();
  }

  function write(count: number): void {
    x.posts.push(...posts(Math.min(count, MAX_MENTIONS - x.posts.length), now()));
    x.dms.push(...dms(count, now()));
    jump(count * SECOND_MS);
  }

  return {
    apply: async (one: Step): Promise<void> => {
      if (one.kind === 'arrive') write(one.count);
      if (one.kind === 'delete') x.dms.splice(Math.max(0, x.dms.length - one.from), one.count);
      if (one.kind === 'sleep') jump(one.minutes * MINUTE_MS);
      if (one.kind === 'cycle') await runCycle(one);
    },
    /** Runs a poll cycle without trouble, in a rate limit window of its own. */
    runGoodCycle: async (): Promise<void> => {
      jump(16 * MINUTE_MS);
      x.spoil = () => null;
      await part.poller.pollNow();
    },
    /** Counts the items that X shows and the store lacks, those of them that no gap reports, and all gaps. */
    compare: () => {
      const stored = new Set(storedIds(db));
      const status = listSourceStatus(db, now());
      const shown = { mentions: x.posts, dms: x.dms };
      const lacking = (source: SourceName) => shown[source].filter(({ id }) => !stored.has(id));
      const isReported = (source: SourceName, at: number) => {
        const known = status.find(({ id }) => id === source);
        if (!known || known.capturedThrough === null || at >= known.capturedThrough) return true;
        return known.gaps.some(({ from, to }) => from <= at && at < to);
      };
      const unreported = (source: SourceName) =>
        lacking(source).filter(({ at }) => !isReported(source, at)).length;
      return {
        unreported: unreported('mentions') + unreported('dms'),
        unstored: lacking('mentions').length + lacking('dms').length,
        gaps: status.flatMap(({ gaps }) => gaps).length,
      };
    },
  };
}

function toResponses({ kind: what, afterCalls }: Trouble, now: () => number) {
  let calls = 0;
  return (): AppError | Promise<never> | null => {
    calls += 1;
    if (calls <= afterCalls) return null;
    switch (what) {
      case 'kill':
        return never();
      case 'offline':
        return { code: 'offline' };
      case 'budget':
        return { code: 'budgetSpent', monthlyCapUsd: 1 };
      case 'limited':
        return { code: 'rateLimited', resetAt: now() + 15 * MINUTE_MS };
      case 'refusedOnce':
        return calls === afterCalls + 1 ? { code: 'refusedByX', status: 400, detail: 'no such page' } : null;
      default:
        return null;
    }
  };
}
