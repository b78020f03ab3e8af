import { BULK_LIMIT, type BulkChange } from '#shared/domain/bulkChange.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { toBulkChange } from '../conversations/agentChanges.ts';
import { type ChangedMany, changeConversations, type Target } from '../conversations/changeConversation.ts';
import { tagConversations } from '../conversations/tagConversation.ts';
import { undoRun } from '../macros/undoRun.ts';
import { countOlder, listOlder } from '../store/olderConversations.ts';
import type { Handlers } from './handlers.ts';

/** One change to many conversations, and its undo. */
export const bulkHandlers = {
  'bulk.change': (ctx, { conversations, change }) => {
    const byId = new Map(conversations.map((target) => [target.id, target]));
    const result = changeMany(ctx, [...byId.values()], change);
    if (!result.ok) return result;
    const { left, ...done } = result.value;
    return ok({
      ...done,
      left: left.map(({ id, error }) => ({
        id,
        code: error.code === 'unseenMessages' ? error.code : 'notFound',
      })),
    });
  },

  'bulk.undo': (ctx, { id }) => undoRun(ctx, id),

  'bulk.listOlder': ({ db }, { before }) =>
    ok({ conversations: listOlder(db, before, BULK_LIMIT), total: countOlder(db, before) }),
} satisfies Partial<Handlers>;

function changeMany(
  ctx: EngineContext,
  targets: readonly Target[],
  change: BulkChange,
): Result<ChangedMany, AppError> {
  if (change.type === 'tag') {
    const ids = targets.map(({ id }) => id);
    return tagConversations(ctx, ids, change);
  }
  const toChange = toBulkChange(ctx, change);
  return toChange.ok ? ok(changeConversations(ctx, targets, toChange.value)) : toChange;
}
