import type { EngineContext } from '../context/context.ts';
import { inTransaction } from '../store/sql.ts';
import {
  getUnthreaded,
  listUnthreaded,
  listUnthreadedOf,
  type UnthreadedMessage,
} from '../store/threading.ts';
import type { Beginnings } from './assignBatch.ts';
import { takeLateHistoryApart } from './earlierHistory.ts';
import { bothThreaded, nothingThreaded, type Threaded, withKnown } from './threaded.ts';
import { assignPhase, getBeginnings, toPhases } from './threadingPhases.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

/**
 * Assigns every message that has no conversation yet, in the order of time, in one transaction. Rules do not look at what a backfill
 * brings.
 */
export function threadMessages(ctx: Context, from: 'capture' | 'backfill' = 'capture'): Threaded {
  return inTransaction(ctx.db, () => thread(ctx, { areNews: from === 'capture' }));
}

/** Assigns the messages of some people that have no conversation yet, in the order of time. Call it within a transaction. */
export const threadPeople = (ctx: Context, personIds: readonly string[]): Threaded =>
  thread(ctx, { areNews: false, people: new Set(personIds) });

interface Which {
  /** Whether rules look at them. */
  readonly areNews: boolean;
  /** Only their messages. */
  readonly people?: ReadonlySet<string>;
}

function thread(ctx: Context, { areNews, people }: Which): Threaded {
  const beginnings = getBeginnings(ctx.db);
  const known = takeLateHistoryApart(ctx.db, beginnings.connectedAt, people);
  const messages = people ? listUnthreadedOf(ctx.db, people) : listUnthreaded(ctx.db);
  return withKnown(assignAll(ctx, messages, { ...beginnings, areNews }), known);
}

/** Assigns one message that has no conversation yet and that an agent wants as work, however old, in one transaction. */
export function threadMessage(ctx: Context, id: number): Threaded {
  return inTransaction(ctx.db, () => {
    const message = getUnthreaded(ctx.db, id);
    const beginnings = { ...getBeginnings(ctx.db), begunAt: 0, areNews: false };
    return assignAll(ctx, message ? [message] : [], beginnings);
  });
}

function assignAll(
  ctx: Context,
  messages: readonly UnthreadedMessage[],
  { areNews, ...beginnings }: Beginnings & Pick<Which, 'areNews'>,
): Threaded {
  return toPhases(beginnings).reduce((before, phase) => {
    const ofPhase = messages.filter(({ at }) => at >= phase.from && at < phase.until);
    return bothThreaded(before, assignPhase(ctx, phase, ofPhase, { areNews }).threaded);
  }, nothingThreaded);
}
