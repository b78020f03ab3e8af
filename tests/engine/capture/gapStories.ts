import fc from 'fast-check';
import { listSourceStatus } from '#engine/capture/sourceStatus.ts';
import type { AppError } from '#shared/errors.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { settle } from '../../support/fakeClock.ts';
import { dms, never, posts, startPoller, storedIds } from './support.ts';

const calls = { mentions: 'listMentions', dms: 'listDms' } as const;
type SourceName = keyof typeof calls;

/** How X answers about a source in one round: well so many times, and from then on like this. */
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
  { weight: 4, arbitrary: fc.record({ kind: kind('round'), mentions: trouble, dms: trouble }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('delete'), from: fc.nat(400), count: fc.nat(150) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('sleep'), minutes }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Round = Extract<Step, { readonly kind: 'round' }>;

/** What may happen to a workspace and to its X, and what X's tokens mean. */
export const story = fc.record({
  steps: fc.array(step, { minLength: 4, maxLength: 14 }),
  tokens: fc.constantFrom('places', 'ids'),
});

/** Fewer mentions than X shows for certain, so that none of them is ever lost. */
const MOST_MENTIONS = 660;

/** A workspace over an X in memory, with what the ledger says of both. */
export function openStory(tokens: 'places' | 'ids') {
  let part = startPoller();
  const { x, db } = part;
  x.dmTokens = tokens;
  db.pragma('synchronous = OFF');
  const now = () => part.clock.now();
  const jump = (ms: number) => part.clock.jump(ms);

  async function round({ mentions, dms: messages }: Round): Promise<void> {
    const answers = { mentions: toAnswers(mentions, now), dms: toAnswers(messages, now) };
    x.spoil = (name) =>
      name === calls.mentions ? answers.mentions() : name === calls.dms ? answers.dms() : null;
    const running = part.poller.pollNow();
    if (mentions.kind !== 'kill' && messages.kind !== 'kill') return void (await running);
    for (let turn = 0; turn < 20; turn += 1) await settle();
    await part.poller.stop();
    part = startPoller({ x, db, at: now() });
    part.poller.start();
  }

  function write(wanted: number): void {
    x.posts.push(...posts(Math.min(wanted, MOST_MENTIONS - x.posts.length), now()));
    x.dms.push(...dms(wanted, now()));
    jump(wanted * SECOND_MS);
  }

  return {
    live: async (one: Step): Promise<void> => {
      if (one.kind === 'arrive') write(one.count);
      if (one.kind === 'delete') x.dms.splice(Math.max(0, x.dms.length - one.from), one.count);
      if (one.kind === 'sleep') jump(one.minutes * MINUTE_MS);
      if (one.kind === 'round') await round(one);
    },
    /** A round without trouble, in a window of its own. */
    wholeRound: async (): Promise<void> => {
      jump(16 * MINUTE_MS);
      x.spoil = () => null;
      await part.poller.pollNow();
    },
    /** What X shows and the store has not, and how much of it the ledger keeps quiet about. */
    compare: () => {
      const stored = new Set(storedIds(db));
      const status = listSourceStatus(db, now());
      const missing = { mentions: x.posts, dms: x.dms };
      const lacking = (source: SourceName) => missing[source].filter(({ id }) => !stored.has(id));
      const isSaid = (source: SourceName, at: number) => {
        const known = status.find(({ id }) => id === source);
        if (!known || known.capturedThrough === null || at >= known.capturedThrough) return true;
        return known.gaps.some(({ from, to }) => from <= at && at < to);
      };
      const untold = (source: SourceName) => lacking(source).filter(({ at }) => !isSaid(source, at)).length;
      return {
        untold: untold('mentions') + untold('dms'),
        unstored: lacking('mentions').length + lacking('dms').length,
        gaps: status.flatMap(({ gaps }) => gaps).length,
      };
    },
  };
}

function toAnswers({ kind: what, afterCalls }: Trouble, now: () => number) {
  let asked = 0;
  return (): AppError | Promise<never> | null => {
    asked += 1;
    if (asked <= afterCalls) return null;
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
        return asked === afterCalls + 1 ? { code: 'refusedByX', status: 400, detail: 'no such page' } : null;
      default:
        return null;
    }
  };
}
