import type { InfiniteData } from '@tanstack/react-query';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { compareBy, type ListSort } from '#shared/domain/viewOrder.ts';

type Page = EngineOutput<'conversations.list'>;
type Compare = ReturnType<typeof compareBy>;
export type ListPages = InfiniteData<Page>;

/** A change of a list: of the changed conversations `ids`, only `rows` are still part of it. */
export interface RowChange {
  /** The order of the list, and whether it is read from its end. */
  readonly sort: ListSort;
  readonly fromEnd?: boolean | undefined;
  readonly ids: readonly string[];
  readonly rows: readonly Conversation[];
}

/**
 * Returns the pages with these rows updated, moved, added or removed; unchanged pages stay the same objects. A row that
 * sorts behind the last page is left to the page that will contain it. Null if the last loaded row has moved: which
 * rows follow it is unknown then.
 */
export function patchPages(data: ListPages, { sort, fromEnd, ids, rows }: RowChange): ListPages | null {
  const inOrder = compareBy(sort);
  const compare: Compare = fromEnd ? (a, b) => inOrder(b, a) : inOrder;
  const touched = new Set(ids);
  const last = data.pages.at(-1);
  const end = last?.next === undefined ? null : last.items.at(-1);
  if (end === undefined || (end && touched.has(end.id) && hasMoved(end, rows, compare))) return null;
  const shown = end ? rows.filter((row) => compare(row, end) <= 0) : rows;
  const left = data.pages.map((page) => without(page, touched));
  return { ...data, pages: shown.reduce((pages, row) => insert(pages, row, compare), left) };
}

function hasMoved(end: Conversation, rows: readonly Conversation[], compare: Compare): boolean {
  const now = rows.find(({ id }) => id === end.id);
  return !now || compare(now, end) !== 0;
}

function without(page: Page, ids: ReadonlySet<string>): Page {
  const items = page.items.filter(({ id }) => !ids.has(id));
  return items.length === page.items.length ? page : { ...page, items };
}

// Into the first page whose last row sorts behind it, else into the last page.
function insert(pages: readonly Page[], row: Conversation, compare: Compare): Page[] {
  const found = pages.findIndex(({ items }) => {
    const last = items.at(-1);
    return last !== undefined && compare(row, last) <= 0;
  });
  const at = found < 0 ? pages.length - 1 : found;
  return pages.map((page, index) => {
    return index === at ? { ...page, items: [...page.items, row].toSorted(compare) } : page;
  });
}
