import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { ListPages } from './patchPages.ts';
import { isShownList } from './refreshRows.ts';

/** A conversation as its row showed it when this was first rendered; undefined if no list on the screen has it. */
export function useShownRow(id: string): Conversation | undefined {
  const queries = useQueryClient();
  const [row] = useState(() => findRow(queries, id));
  return row;
}

function findRow(queries: QueryClient, id: string): Conversation | undefined {
  const lists = queries.getQueryCache().getAll().filter(isShownList);
  const pages = lists.flatMap(({ state }) => (state.data as ListPages).pages);
  for (const { items } of pages) {
    const row = items.find((item) => item.id === id);
    if (row) return row;
  }
  return undefined;
}
