import { BULK_LIMIT } from '#shared/domain/bulkChange.ts';
import { ok } from '#shared/result.ts';
import { toBulkChange } from '../conversations/agentChanges.ts';
import { changeConversations } from '../conversations/changeConversation.ts';
import { undoBulk } from '../conversations/undoActivity.ts';
import { countOlder, listOlder } from '../store/olderConversations.ts';
import type { Handlers } from './handlers.ts';

/** One change to many conversations, and its undo. */
export const bulkHandlers = {
  'bulk.change': (ctx, { conversations, change }) => {
    const toChange = toBulkChange(ctx, change);
    if (!toChange.ok) return toChange;
    const byId = new Map(conversations.map((target) => [target.id, target]));
    const { left, ...done } = changeConversations(ctx, [...byId.values()], toChange.value);
    return ok({
      ...done,
      left: left.map(({ id, error }) => ({
        id,
        code: error.code === 'unseenMessages' ? error.code : 'notFound',
      })),
    });
  },

  'bulk.undo': (ctx, { id }) => undoBulk(ctx, id),

  'bulk.listOlder': ({ db }, { before }) =>
    ok({ conversations: listOlder(db, before, BULK_LIMIT), total: countOlder(db, before) }),
} satisfies Partial<Handlers>;
