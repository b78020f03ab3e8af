import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EngineContext } from '#engine/context/context.ts';
import { recordTargets } from '#engine/conversations/targets.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import { reportWork } from '#engine/reports/reportWork.ts';
import { all } from '#engine/store/sql.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { openCopy } from '../../support/openCopy.ts';
import { testEngine } from '../../support/testEngine.ts';

const RUNS = Number(process.env.PERCH_WORK_RUNS ?? 10);
const END = 8 * 60;
const period = { from: MORNING - HOUR_MS, to: MORNING + DAY_MS };

interface Step {
  readonly minute: number;
  readonly person: '1' | '2';
  readonly what: 'write' | 'reply' | 'resolved' | 'pending' | 'open';
}

interface Entry {
  readonly conversation: string;
  readonly at: number;
  /** A message of the person, one of the account, or a change of status as the log has it. */
  readonly what: 'write' | 'reply' | 'resolved' | 'pending' | 'open' | 'reopened';
}

type Work = EngineOutput<'reports.work'>;

/** Runs the steps in a real engine. Returns its report at half time and at the end, and all that the store has logged. */
async function runEngine(steps: readonly Step[]) {
  const { ctx, clock, capture } = testEngine();
  const serve = createServe(ctx, handlers);
  const report = async (asKnownOn = clock.now()) => {
    const result = await serve('reports.work', { ...period, asKnownOn });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value as Work;
  };
  const standard = { firstReplyMinutes: 45, nextReplyMinutes: 20 };
  await serve('serviceLevels.set', { levels: [], standard });
  let half: Work | null = null;
  for (const { minute, person, what } of steps) {
    const at = MORNING + minute * MINUTE_MS;
    if (minute > END / 2) half ??= await report();
    else if (minute % 3 === 0) await report();
    clock.jump(at - clock.now());
    recordTargets(ctx);
    const own = what === 'reply' ? ({ role: 'own', reason: null } as const) : {};
    const id = findConversation(ctx, person);
    if (what === 'write' || what === 'reply') await capture([someMessage({ personId: person, at, ...own })]);
    else if (id !== undefined) await serve('conversations.setStatus', { id, status: what });
  }
  clock.jump(MORNING + END * MINUTE_MS - clock.now());
  recordTargets(ctx);
  const timesOf = async (figure: 'nextReply' | 'resolved') => {
    const result = await serve('reports.workConversations', { ...period, figure });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { items } = result.value as EngineOutput<'reports.workConversations'>;
    return sorted(items.map(({ ms }) => ms ?? 0));
  };
  const reports = { half: half ?? (await report()), end: await report() };
  const halfAgain = await report(reports.half.asKnownOn);
  const anew = await reportWork({ db: openCopy(ctx.db), clock }, { ...period, step: 'day' });
  return { ...reports, halfAgain, anew, entries: listEntries(ctx), ctx, timesOf };
}

const findConversation = ({ db }: EngineContext, person: string) =>
  all<{ id: string }>(
    db,
    'SELECT id FROM conversations WHERE person_id = ? ORDER BY opened_at DESC',
    person,
  )[0]?.id;

function listEntries({ db }: EngineContext): Entry[] {
  const text = `SELECT conversation_id AS conversation, at, iif(role = 'own', 'reply', 'write') AS what, 0 AS rank FROM messages
      WHERE conversation_id IS NOT NULL
    UNION ALL SELECT conversation_id, at, iif(kind = 'statusSet', facts ->> 'status', 'reopened'), 1 FROM activities
      WHERE kind IN ('statusSet', 'conversationReopened')
    ORDER BY at, rank`;
  return all<Entry>(db, text);
}

/** The same figures, each by its own definition over the whole log, entry by entry. */
function compute(entries: readonly Entry[]) {
  const ids = new Set(entries.map(({ conversation }) => conversation));
  const logs = [...ids].map((id) => entries.filter(({ conversation }) => conversation === id));
  const ended = logs.flatMap((log) =>
    log.map(({ what, at }, index) => ({ what, at, before: log.slice(0, index) })),
  );
  const waits = ended.flatMap(({ what, at, before }) => {
    const since = waitsSince(before);
    return what === 'reply' && since !== null ? { isFirst: !hasEndedWait(before), ms: at - since } : [];
  });
  const count = (what: Entry['what']) => entries.filter((entry) => entry.what === what).length;
  const unresolved = logs.filter((log) => !isResolved(log));
  return {
    volume: {
      opened: logs.length,
      reopened: count('reopened'),
      received: count('write'),
      replies: count('reply'),
    },
    first: waits.filter(({ isFirst }) => isFirst).length,
    next: waits.filter(({ isFirst }) => !isFirst).map(({ ms }) => ms),
    resolved: ended
      .filter(({ what, before }) => what === 'resolved' && !isResolved(before))
      .map(({ at, before }) => at - openSince(before)),
    backlog: {
      unresolved: unresolved.length,
      waiting: unresolved.filter((log) => waitsSince(log) !== null).length,
    },
  };
}

const hasEndedWait = (log: readonly Entry[]): boolean =>
  log.some(({ what }, index) => what === 'reply' && waitsSince(log.slice(0, index)) !== null);

/** The oldest message after the last reply that nobody settled, or that somebody opened again. */
function waitsSince(log: readonly Entry[]): number | null {
  const unanswered = log.slice(log.findLastIndex(({ what }) => what === 'reply') + 1);
  const isSettled = (index: number) =>
    unanswered
      .slice(index + 1)
      .findLast(({ what }) => what === 'resolved' || what === 'pending' || what === 'open')?.what;
  const found = unanswered.find(
    ({ what }, index) => what === 'write' && (isSettled(index) ?? 'open') === 'open',
  );
  return found?.at ?? null;
}

const lastStatus = (log: readonly Entry[]) =>
  log.findLast(({ what }) => what !== 'write' && what !== 'reply')?.what;
const isResolved = (log: readonly Entry[]) => lastStatus(log) === 'resolved';

/** The beginning, or the first change after the last resolution. */
function openSince(log: readonly Entry[]): number {
  const after = log.slice(log.findLastIndex(({ what }) => what === 'resolved') + 1);
  const isFirst = after.length === log.length;
  return (isFirst ? log : after.filter(({ what }) => what !== 'write' && what !== 'reply'))[0]?.at ?? 0;
}

const someSteps = fc
  .uniqueArray(
    fc.record({
      minute: fc.integer({ min: 1, max: END - 1 }),
      person: fc.constantFrom('1' as const, '2' as const),
      what: fc.constantFrom(
        'write' as const,
        'write' as const,
        'reply' as const,
        'reply' as const,
        'resolved' as const,
        'pending' as const,
        'open' as const,
      ),
    }),
    { selector: ({ minute }) => minute, maxLength: 16 },
  )
  .map((steps) => steps.toSorted((a, b) => a.minute - b.minute));

/** How many targets were met, of how many, by the table alone. */
const countTargets = ({ db }: EngineContext, reply: 'first' | 'next') =>
  all<{ hits: number; cases: number }>(
    db,
    `SELECT count(*) FILTER (WHERE outcome = 'met') AS hits, count(*) AS cases FROM target_results
      WHERE outcome IS NOT NULL AND reply = ?`,
    reply,
  )[0];

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

/** What is followed again as it was known at half time, here of the first person, ends before the rest. */
const endsEarlier: readonly Step[] = [
  { minute: 1, person: '1', what: 'write' },
  { minute: 2, person: '2', what: 'write' },
  { minute: 60, person: '2', what: 'write' },
  { minute: 241, person: '1', what: 'write' },
];

test('the figures are those of a count by definition, over random histories', async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, async (steps) => {
      const { end, half, halfAgain, anew, entries, ctx, timesOf } = await runEngine(steps);
      const expected = compute(entries);
      const { figures } = end;
      expect(figures).toMatchObject(expected.volume);
      expect(figures.firstReply.cases).toBe(expected.first);
      expect(await timesOf('nextReply')).toEqual(sorted(expected.next));
      expect(await timesOf('resolved')).toEqual(sorted(expected.resolved));
      expect(end.steps.at(-1)).toMatchObject(expected.backlog);
      expect(figures.firstReply.inTarget).toMatchObject(countTargets(ctx, 'first') ?? {});
      expect(figures.nextReply.inTarget).toMatchObject(countTargets(ctx, 'next') ?? {});
      // What was known at half time is what is said of half time later.
      expect(halfAgain).toEqual(half);
      // What was kept in memory since half time is what a start counts.
      expect(anew).toEqual({ ok: true, value: end });
    }),
    { numRuns: RUNS, examples: [[endsEarlier]] },
  );
});
