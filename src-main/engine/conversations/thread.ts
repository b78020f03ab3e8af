import type { EngineContext } from '../context/context.ts';
import { getConnectedAt } from '../store/account.ts';
import { inTransaction } from '../store/sql.ts';
import { listUnthreaded, type UnthreadedMessage } from '../store/threading.ts';
import { takeLateHistoryApart } from './earlierHistory.ts';
import { placeRound, type Threaded } from './placeRound.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

/** Places every message that has no place yet, in the order of time, in one transaction. */
export function threadMessages(ctx: Context): Threaded {
  return inTransaction(ctx.db, () => {
    const connectedAt = getConnectedAt(ctx.db) ?? 0;
    const known = takeLateHistoryApart(ctx.db, connectedAt);
    const placed = placeAll(ctx, listUnthreaded(ctx.db), connectedAt);
    const opened = placed.opened.filter((id) => !known.includes(id));
    return { opened, changed: [...new Set([...known, ...placed.changed])] };
  });
}

/** Places one message that has no place yet, in one transaction. */
export function threadMessage(ctx: Context, id: number): Threaded {
  return inTransaction(ctx.db, () =>
    placeAll(
      ctx,
      listUnthreaded(ctx.db).filter((message) => message.id === id),
      getConnectedAt(ctx.db) ?? 0,
    ),
  );
}

/** Emits which conversations a threading opened and changed; call it after the transaction. */
export function emitThreaded(ctx: Pick<EngineContext, 'emit'>, { opened, changed }: Threaded): void {
  if (opened.length > 0) ctx.emit({ name: 'conversations.opened', params: { ids: [...opened] } });
  if (changed.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids: [...changed] } });
}

// What was written before the connecting joins nothing that began since.
function placeAll(ctx: Context, messages: readonly UnthreadedMessage[], connectedAt: number): Threaded {
  const earlier = messages.filter((message) => message.at < connectedAt);
  const live = messages.filter((message) => message.at >= connectedAt);
  const first = placeRound(ctx, earlier, { connectedAt, before: connectedAt });
  const second = placeRound(ctx, live, { connectedAt, before: Number.MAX_SAFE_INTEGER });
  return {
    opened: [...new Set([...first.opened, ...second.opened])],
    changed: [...new Set([...first.changed, ...second.changed])],
  };
}
