import type { EngineContext } from '../context/context.ts';
import { insertSentPart, type Transition } from '../store/outbox.ts';
import type { OutboxRow, Part } from '../store/outboxRow.ts';
import { applyTransition, type Step, storeSent } from './applyTransition.ts';
import { toSent } from './transitions.ts';

type Row = Pick<OutboxRow, 'parts' | 'inReplyTo'>;

/** The index of the part of a thread that is next; null for a reply in one post. */
export const toPartIndex = ({ parts }: Pick<OutboxRow, 'parts'>): number | null =>
  parts && Math.min(parts.findIndex((part) => !part.isSent) >>> 0, parts.length - 1);

/** Whether a part of the thread is on X, so that the rest should follow whatever happens. */
export const isBegun = ({ parts }: Pick<OutboxRow, 'parts'>): boolean => parts?.[0]?.isSent === true;

/** Whether nothing is left of a reply once X has what is next. */
export const isLast = (row: Pick<OutboxRow, 'parts'>): boolean =>
  row.parts === null || toPartIndex(row) === row.parts.length - 1;

/**
 * What follows once X has what is next of a reply, under this id: the next part is queued, to reply to it, or all is sent. With an
 * unknown id it replies to what the last one did.
 */
export function toDelivered(row: Row, xId: string | null, now: number): Transition {
  const { parts } = row;
  const at = toPartIndex(row);
  const next = parts?.[(at ?? 0) + 1];
  const marked =
    parts?.map((part, index): Part => (index === at ? { ...part, isSent: true, xId } : part)) ?? null;
  if (next === undefined) return { ...toSent(xId), ...(marked ? { parts: marked } : {}) };
  return {
    status: { kind: 'queued', confirmedMissing: false },
    parts: marked,
    text: next.text,
    inReplyTo: xId ?? row.inReplyTo,
    attachments: [],
    nextAttemptAt: now,
    sendAttempts: 0,
    attemptedAt: null,
    wasUnknown: false,
    error: null,
  };
}

/** Stores that X has what is next of a reply; `activity` is recorded once X has all of it. */
export function applyDelivery(
  ctx: EngineContext,
  row: OutboxRow,
  xId: string | null,
  { activity, ...step }: Omit<Step, 'transition' | 'also'> = {},
): boolean {
  const transition = toDelivered(row, xId, ctx.clock.now());
  if (isLast(row))
    return applyTransition(ctx, row, { ...step, ...(activity ? { activity } : {}), transition });
  const also = () => {
    insertSentPart(ctx.db, row, ctx.newId(), xId);
    if (xId !== null) storeSent(ctx, row, xId);
  };
  return applyTransition(ctx, row, { ...step, transition, also });
}
