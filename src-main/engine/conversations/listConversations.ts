import type { Conversation, View } from '#shared/domain/conversation.ts';
import { compareInView, toSortTime } from '#shared/domain/viewOrder.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { type ListPosition, listAmong, listQueue, listView } from '../store/conversations.ts';
import type { Db } from '../store/open.ts';
import { fromCursor, TimePosition, toCursor } from './cursor.ts';

/** A page of a list of conversations. */
export interface ConversationPage {
  readonly items: Conversation[];
  readonly next?: string;
}

/** One page of a view; `next` is set if more follow. With `ids` only those of them that belong to the view. */
export function listConversations(
  db: Db,
  query: {
    readonly view: View;
    readonly limit: number;
    readonly after?: string | undefined;
    readonly ids?: readonly string[] | undefined;
  },
  me: string,
): Result<ConversationPage, AppError> {
  if (query.ids) {
    const found = listAmong(db, query.view, me, query.ids);
    return ok({ items: found.toSorted(compareInView(query.view)) });
  }
  const cursor = fromCursor(query.after, 'after', TimePosition);
  if (!cursor.ok) return cursor;
  const after = cursor.value && { at: cursor.value[0], id: cursor.value[1] };
  const found = read(db, query.view, me, query.limit + 1, after);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  if (found.length <= query.limit || !last) return ok({ items });
  return ok({ items, next: toCursor([toSortTime(query.view, last), last.id]) });
}

function read(db: Db, view: View, me: string, limit: number, after: ListPosition | null): Conversation[] {
  return view === 'queue' ? listQueue(db, limit, after) : listView(db, view, me, limit, after);
}
