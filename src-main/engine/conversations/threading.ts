import type { EngineContext } from '../context/context.ts';
import { getConnectedAt } from '../store/account.ts';
import { getBegin } from '../store/begin.ts';
import { inTransaction } from '../store/sql.ts';
import {
  assignMessages,
  listUnthreaded,
  listUnthreadedOf,
  type UnthreadedMessage,
} from '../store/threading.ts';
import { type BatchTimes, type Beginnings, decideBatch, finishBatch, noteForRules } from './assignBatch.ts';
import { resolveUnbegun, takeLateHistoryApart } from './earlierHistory.ts';
import { takeResponse } from './takeResponse.ts';
import { nothingThreaded, type Threaded } from './threaded.ts';

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
  const connectedAt = getConnectedAt(ctx.db) ?? 0;
  const begunAt = getBegin(ctx.db).since ?? 0;
  const known = takeLateHistoryApart(ctx.db, connectedAt, people);
  const messages = people ? listUnthreadedOf(ctx.db, people) : listUnthreaded(ctx.db);
  const threaded = assignAll(ctx, messages, { begunAt, connectedAt, areNews });
  // What was only taken apart has not opened again.
  const isNew = (id: string) => !known.includes(id);
  return {
    opened: threaded.opened.filter(isNew),
    wrote: threaded.wrote.filter(isNew),
    changed: [...new Set([...known, ...threaded.changed])],
  };
}

/** Assigns one message that has no conversation yet and that an agent wants as work, however old, in one transaction. */
export function threadMessage(ctx: Context, id: number): Threaded {
  return inTransaction(ctx.db, () => {
    const messages = listUnthreaded(ctx.db).filter((message) => message.id === id);
    const connectedAt = getConnectedAt(ctx.db) ?? 0;
    return assignAll(ctx, messages, { begunAt: 0, connectedAt, areNews: false });
  });
}

// A message from before the beginning or the connecting never joins a conversation that began after it.
function assignAll(
  ctx: Context,
  messages: readonly UnthreadedMessage[],
  { begunAt, connectedAt, areNews }: Beginnings & Pick<Which, 'areNews'>,
): Threaded {
  const old = messages.filter(({ at }) => at < begunAt);
  const earlier = messages.filter(({ at }) => at >= begunAt && at < connectedAt);
  const live = messages.filter(({ at }) => at >= begunAt && at >= connectedAt);
  const ended = assignBatch(ctx, old, { begunAt: 0, connectedAt, before: begunAt });
  resolveUnbegun(ctx, ended.changed, begunAt);
  const first = assignBatch(ctx, earlier, { begunAt, connectedAt, before: connectedAt });
  const second = assignBatch(ctx, live, { begunAt, connectedAt, before: Number.MAX_SAFE_INTEGER }, areNews);
  const opened = [...new Set([...first.opened, ...second.opened])];
  return {
    opened,
    wrote: second.wrote.filter((id) => !opened.includes(id)),
    changed: [...new Set([...ended.changed, ...first.changed, ...second.changed])],
  };
}

function assignBatch(
  ctx: Context,
  messages: readonly UnthreadedMessage[],
  times: BatchTimes,
  areNews = false,
): Threaded {
  if (messages.length === 0) return nothingThreaded;
  const batch = decideBatch(ctx, messages, times, (message) => takeResponse(ctx, message));
  assignMessages(
    ctx.db,
    batch.assigned.map(({ message, conversationId }) => ({ id: message.id, conversationId })),
  );
  if (areNews) noteForRules(ctx, batch);
  return finishBatch(ctx, batch);
}
