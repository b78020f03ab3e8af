import { ok } from '#shared/result.ts';
import {
  cancelReply,
  confirmReply,
  dismissReply,
  retryReply,
  sendHeldNow,
  settleReply,
} from '../outbox/agentActions.ts';
import { listOutboxRows, listOutboxRowsNotSent } from '../store/outboxLists.ts';
import { toOutboxEntry } from '../store/outboxRow.ts';
import type { Handlers } from './handlers.ts';

/** What agents do with replies in the outbox. */
export const outboxHandlers = {
  'outbox.list': (ctx, { conversationId, limit }) =>
    ok({ items: listOutboxRows(ctx.db, conversationId ?? null, limit).map(toOutboxEntry) }),
  'outbox.listUnsent': (ctx) => ok({ items: listOutboxRowsNotSent(ctx.db).map(toOutboxEntry) }),
  'outbox.cancel': cancelReply,
  'outbox.sendNow': (ctx, { id }) => sendHeldNow(ctx, id),
  'outbox.retry': retryReply,
  'outbox.confirm': confirmReply,
  'outbox.settle': (ctx, { id, outcome }) => settleReply(ctx, id, outcome),
  'outbox.dismiss': dismissReply,
} satisfies Partial<Handlers>;
