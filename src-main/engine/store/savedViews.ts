import { View } from '#shared/domain/conversation.ts';
import { ConversationFilter } from '#shared/domain/conversationFilter.ts';
import type { SavedView } from '#shared/domain/savedView.ts';
import { ListSort } from '#shared/domain/viewOrder.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, run } from './sql.ts';

const StoredSort = ListSort.nullable();

interface SavedViewRow {
  readonly id: string;
  readonly name: string;
  readonly view: string;
  readonly filter: string;
  readonly sort: string | null;
}

/** The saved views in their order; without those that are damaged. */
export function listSavedViews(db: Db): SavedView[] {
  const text = 'SELECT id, name, view, filter, sort FROM saved_views ORDER BY position, id';
  return all<SavedViewRow>(db, text).flatMap((row) => toSavedView(row) ?? []);
}

/** Stores these saved views in this order and deletes all others. */
export function putSavedViews(db: Db, views: readonly SavedView[]): void {
  const ids = JSON.stringify(views.map(({ id }) => id));
  run(db, 'DELETE FROM saved_views WHERE id NOT IN (SELECT value FROM json_each(?))', ids);
  const text = `INSERT INTO saved_views (id, name, view, filter, sort, position) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET name = excluded.name, view = excluded.view, filter = excluded.filter, sort = excluded.sort,
      position = excluded.position`;
  for (const [position, { id, name, view, filter, sort }] of views.entries()) {
    run(db, text, id, name, view, JSON.stringify(filter), sort, position);
  }
}

function toSavedView({ id, name, ...row }: SavedViewRow): SavedView | null {
  const view = View.safeParse(row.view);
  const filter = parseColumn(ConversationFilter, row.filter, null);
  const sort = StoredSort.safeParse(row.sort);
  return view.success && filter && sort.success
    ? { id, name, view: view.data, filter, sort: sort.data }
    : null;
}
