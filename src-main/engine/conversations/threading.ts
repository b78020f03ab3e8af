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

/** Assigns every message that has no conversation yet, in the order of time, in one transaction. */
export function threadMessages(ctx: Context): Threaded {
  return inTransaction(ctx.db, () => thread(ctx));
}

/** Assigns the messages of some people that have no conversation yet, in the order of time. Call it within a transaction. */
export const threadPeople = (ctx: Context, personIds: readonly string[]): Threaded =>
  thread(ctx, new Set(personIds));

/** With `people` only their messages. */
function thread(ctx: Context, people?: ReadonlySet<string>): Threaded {
  const beginnings = getBeginnings(ctx.db);
  const known = takeLateHistoryApart(ctx.db, beginnings.connectedAt, people);
  const messages = people ? listUnthreadedOf(ctx.db, people) : listUnthreaded(ctx.db);
  return withKnown(assignAll(ctx, messages, beginnings), known);
}

/** Assigns one message that has no conversation yet and that an agent wants as work, however old, in one transaction. */
export function threadMessage(ctx: Context, id: number): Threaded {
  return inTransaction(ctx.db, () => {
    const message = getUnthreaded(ctx.db, id);
    return assignAll(ctx, message ? [message] : [], { ...getBeginnings(ctx.db), begunAt: 0 });
  });
}

function assignAll(ctx: Context, messages: readonly UnthreadedMessage[], beginnings: Beginnings): Threaded {
  return toPhases(beginnings).reduce((before, phase) => {
    const ofPhase = messages.filter(({ at }) => at >= phase.from && at < phase.until);
    return bothThreaded(before, assignPhase(ctx, phase, ofPhase).threaded);
  }, nothingThreaded);
}
