import type { InfiniteData } from '@tanstack/react-query';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Conversation, View } from '#shared/domain/conversation.ts';
import { compareInView } from '#shared/domain/viewOrder.ts';

type Page = EngineOutput<'conversations.list'>;
type Compare = ReturnType<typeof compareInView>;
export type ListPages = InfiniteData<Page>;

/** What has changed in a view: `rows` are those of `ids` that stand in it now. */
export interface RowChange {
  readonly view: View;
  readonly ids: readonly string[];
  readonly rows: readonly Conversation[];
}

/**
 * The pages with these rows changed, moved, added or gone; pages without a change stay the same objects. A row behind
 * the last page is left to the page that will bring it. Null where the pages cannot tell: the row at their very end has
 * moved, and what stands between it and the next page is not known.
 */
export function patchPages(data: ListPages, { view, ids, rows }: RowChange): ListPages | null {
  const compare = compareInView(view);
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

// Into the first page that ends behind the row, else into the last one.
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
