import { countConversations } from '#engine/conversations/listConversations.ts';
import { type ListPosition, listPage } from '#engine/store/conversationLists.ts';
import type { Db } from '#engine/store/open.ts';
import type { View } from '#shared/domain/conversation.ts';
import { toUsualSort } from '#shared/domain/viewOrder.ts';

/** A page of a whole view in its usual order; `me` is the id of the agent whose conversations are "mine". */
export function listView(db: Db, view: View, me = '', limit = 50, after: ListPosition | null = null) {
  return listPage(db, { view, filter: {}, me, now: 0 }, toUsualSort(view), { limit, after });
}

/** The number of conversations in each view. */
export const countViews = (db: Db, me: string) => countConversations(db, { me, now: 0 }).counts;
