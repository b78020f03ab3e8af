import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import type { Db } from '../store/open.ts';
import { inTransaction } from '../store/sql.ts';
import { changeTags, getTag, listKnownTagIds, listTagIdsOf } from '../store/tags.ts';
import type { TagsUndo } from '../store/undoFacts.ts';
import type { Changed, ChangedBy, ChangedMany } from './changeConversation.ts';
import { noteTags } from './noteForRules.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';

interface TagChange {
  readonly id: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Adds and removes tags of a conversation, with one activity that can be undone, in one transaction; then emits
 * `conversations.changed` and `tags.changed`, whose numbers changed. A tag in both lists is added. Nothing changes, without an
 * activity, where the conversation has the tags as wanted. Fails with `notFound` (conversation, or a tag to add).
 */
export function tagConversation(
  ctx: EngineContext,
  change: TagChange,
  by: ChangedBy = {},
): Result<Changed, AppError> {
  const done = inTransaction(ctx.db, () => applyTags(ctx, change, by));
  if (done.ok && done.value.activityId !== undefined) {
    ctx.emit({ name: 'conversations.changed', params: { ids: [change.id] } });
    ctx.emit({ name: 'tags.changed', params: {} });
  }
  return done;
}

/**
 * Puts a tag on many conversations or takes it off, as `tagConversation` does, all in one transaction and with one event each; their
 * activities have a common id, by which all of it can be undone. Fails with `notFound` for an unknown tag.
 */
export function tagConversations(
  ctx: EngineContext,
  ids: readonly string[],
  { tag, on }: { readonly tag: string; readonly on: boolean },
): Result<ChangedMany, AppError> {
  if (!getTag(ctx.db, tag)) return err({ code: 'notFound', what: 'tag', id: tag });
  const bulk = ctx.newId();
  const lists = on ? { add: [tag], remove: [] } : { add: [], remove: [tag] };
  const changed: string[] = [];
  const left: { id: string; error: AppError }[] = [];
  inTransaction(ctx.db, () => {
    for (const id of ids) {
      const one = applyTags(ctx, { id, ...lists }, { bulk });
      if (!one.ok) left.push({ id, error: one.error });
      else if (one.value.activityId !== undefined) changed.push(id);
    }
  });
  if (changed.length === 0) return ok({ changed, left });
  ctx.emit({ name: 'conversations.changed', params: { ids: changed } });
  ctx.emit({ name: 'tags.changed', params: {} });
  return ok({ id: bulk, changed, left });
}

/** As `tagConversation`, within the transaction of the caller, who emits. */
function applyTags(
  ctx: EngineContext,
  { id, add, remove }: TagChange,
  { agent = getCurrentAgent(ctx.db).id, bulk, chain = [] }: ChangedBy,
): Result<Changed, AppError> {
  const { db } = ctx;
  if (getPersonIdOf(db, id) === null) return err({ code: 'notFound', what: 'conversation', id });
  const known = new Set(listKnownTagIds(db, add));
  const unknown = add.find((tag) => !known.has(tag));
  if (unknown !== undefined) return err({ code: 'notFound', what: 'tag', id: unknown });
  const before = new Set(listTagIdsOf(db, id));
  const added = [...known].filter((tag) => !before.has(tag));
  const removed = [...before].filter((tag) => remove.includes(tag) && !known.has(tag));
  if (added.length === 0 && removed.length === 0) return ok({});
  changeTags(db, id, { added, removed });
  // A service level may be about its tags.
  summarise(ctx, [id]);
  noteTags(ctx, id, added, chain);
  return ok({
    activityId: recordActivity(ctx, {
      kind: added.length > 0 ? 'tagged' : 'untagged',
      agent,
      conversationId: id,
      facts: { added: toNames(db, added), removed: toNames(db, removed) },
      undo: { tags: { added, removed } },
      ...withoutUndefined({ bulk }),
    }),
  });
}

/** Takes back what `tagConversation` did; returns whether that is possible, or nothing changes. */
export function restoreTags(db: Db, id: string, { tags: { added, removed } }: TagsUndo): boolean {
  const now = new Set(listTagIdsOf(db, id));
  const isAsLeft = added.every((tag) => now.has(tag)) && !removed.some((tag) => now.has(tag));
  if (!isAsLeft || listKnownTagIds(db, removed).length < removed.length) return false;
  changeTags(db, id, { added: removed, removed: added });
  return true;
}

const toNames = (db: Db, ids: readonly string[]): string[] =>
  ids.map((id) => getTag(db, id)?.name ?? id).toSorted((a, b) => a.localeCompare(b));
