import { ok } from '#shared/result.ts';
import {
  cancelAnswer,
  confirmAnswer,
  dismissAnswer,
  retryAnswer,
  sendHeldNow,
  settleAnswer,
} from '../outbox/decisions.ts';
import { listOutboxRows } from '../store/outboxLists.ts';
import { toOutboxEntry } from '../store/outboxRow.ts';
import type { Handlers } from './handlers.ts';

export const outboxHandlers = {
  'outbox.list': (ctx, { conversationId, limit }) =>
    ok({ items: listOutboxRows(ctx.db, conversationId ?? null, limit).map(toOutboxEntry) }),
  'outbox.cancel': (ctx, { id }) => cancelAnswer(ctx, id),
  'outbox.sendNow': (ctx, { id }) => sendHeldNow(ctx, id),
  'outbox.retry': (ctx, { id }) => retryAnswer(ctx, id),
  'outbox.confirm': (ctx, { id }) => confirmAnswer(ctx, id),
  'outbox.settle': (ctx, { id, outcome }) => settleAnswer(ctx, id, outcome),
  'outbox.dismiss': (ctx, { id }) => dismissAnswer(ctx, id),
} satisfies Partial<Handlers>;
