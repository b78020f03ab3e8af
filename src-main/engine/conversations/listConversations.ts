import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { type Conversation, View } from '#shared/domain/conversation.ts';
import { compareBy, toSortTime, toUsualSort } from '#shared/domain/viewOrder.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { countList, type ListQuery, listAmong, listPage } from '../store/conversationLists.ts';
import type { Db } from '../store/open.ts';
import { listSavedViews } from '../store/savedViews.ts';
import { fromCursor, TimePosition, toCursor } from './cursor.ts';

type Viewer = Pick<ListQuery, 'me' | 'now'>;

/** A page of a list of conversations. */
export interface ConversationPage {
  readonly items: Conversation[];
  readonly next?: string;
}

/** One page of a list; `next` is set if more follow. With `ids` only those of them that belong to the list. */
export function listConversations(
  db: Db,
  {
    view,
    filter = {},
    sort = toUsualSort(view),
    limit,
    after,
    fromEnd,
    ids,
  }: EngineParsed<'conversations.list'>,
  viewer: Viewer,
): Result<ConversationPage, AppError> {
  const query = { view, filter, ...viewer };
  if (ids) return ok({ items: listAmong(db, query, ids).toSorted(compareBy(sort)) });
  const cursor = fromCursor(after, 'after', TimePosition);
  if (!cursor.ok) return cursor;
  const position = cursor.value && { at: cursor.value[0], id: cursor.value[1] };
  const found = listPage(db, query, sort, { limit: limit + 1, after: position, fromEnd });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length <= limit || !last) return ok({ items });
  return ok({ items, next: toCursor([toSortTime(sort, last), last.id]) });
}

/** How many conversations each view and each saved view has. */
export function countConversations(db: Db, viewer: Viewer): EngineOutput<'conversations.counts'> {
  const count = (view: View) => countList(db, { view, filter: {}, ...viewer });
  const counts = Object.fromEntries(View.options.map((view) => [view, count(view)])) as Record<View, number>;
  const saved = listSavedViews(db).map(({ id, view, filter }) => [
    id,
    countList(db, { view, filter, ...viewer }),
  ]);
  return { counts, saved: Object.fromEntries(saved) };
}
