import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { MAX_CANNED_QUERY } from '#shared/domain/cannedResponse.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { readLinkedHandle } from '#shared/domain/linkedHandle.ts';
import { parseMessageQuery } from '#shared/domain/messageQuery.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { toMoveCommands } from '../../commands/registry.ts';
import { useEnginePages, useEngineQuery } from '../../engine/hooks.ts';
import { useFind } from '../../state/find.ts';
import { useUi } from '../../state/ui.ts';
import {
  activateHit,
  activateResultOf,
  openNextResult,
  resetResults,
  setResults,
  useActiveResult,
} from './activeResult.ts';
import { useSearchOrder } from './searchOrder.ts';
import { useRememberedSearch } from './useRememberedSearch.ts';

/** The results of a search: people by their latest conversation, conversations by their tags, notes, canned responses, and messages. */
export interface SearchHits {
  readonly conversations: readonly Conversation[];
  readonly tagged: readonly Conversation[];
  readonly notes: EngineOutput<'search.notes'>['items'];
  readonly canned: EngineOutput<'library.search'>['items'];
  readonly hits: EngineOutput<'search.messages'>['items'];
}

/**
 * Searches for a text and makes the list keys act on the results. Earlier results stay until the new ones arrive. Filters and excluded
 * words are about messages and notes, so with them only these are found.
 */
export function useSearchResults(text: string) {
  const isFiltered = useMemo(() => narrowsMessages(text), [text]);
  const order = useSearchOrder((state) => state.order);
  const messages = useEnginePages(
    'search.messages',
    { text, order },
    { enabled: text !== '', keepPrevious: true },
  );
  const { people, tags, notes, canned } = useBesideMessages(text, isFiltered);
  const found = useMemo<SearchHits>(() => {
    const narrowed = { notes: notes.data?.items ?? [], hits: toHits(messages.data?.pages ?? []) };
    if (isFiltered) return { conversations: [], tagged: [], canned: [], ...narrowed };
    return {
      ...narrowed,
      conversations: people.data?.items ?? [],
      tagged: tags.data?.items ?? [],
      canned: canned.data?.items ?? [],
    };
  }, [isFiltered, people.data, tags.data, notes.data, canned.data, messages.data]);
  const all = isFiltered ? [notes, messages] : [people, tags, notes, canned, messages];
  const isLooking = useMoreWhileFew(found, messages);
  // Enter waits for the first result, also where it is some pages away.
  const isStillEmpty = isLooking && found.hits.length === 0;
  const isCurrent = !isStillEmpty && all.every((each) => !each.isPending && !each.isPlaceholderData);
  // First, since Enter may be waiting for these results.
  useRememberedSearch(text);
  // Known once no message was found in the whole archive.
  const didYouMean = found.hits.length === 0 ? messages.data?.pages.at(-1)?.didYouMean : undefined;
  useActiveResultAmong(found, isCurrent ? text : null, didYouMean);
  useResultsAsList(found);
  useMoreAtLast(found, messages);
  return {
    found,
    messages,
    didYouMean,
    isFiltered,
    isLooking,
    isDone: all.every((each) => each.isSuccess) && !isLooking,
  };
}

/** A pasted address of a profile or a post is looked for by the handle in it. */
const toSoughtName = (text: string): string => (/\s/.test(text) ? null : readLinkedHandle(text)) ?? text;

/** Whether a search asks what only messages and notes are asked for: filters, and words that must not occur. */
function narrowsMessages(text: string): boolean {
  const { filters, excluded } = parseMessageQuery(text);
  return filters.length > 0 || excluded.length > 0;
}

/** What is found beside messages, the best few of each kind; only notes meet filters. */
function useBesideMessages(text: string, isFiltered: boolean) {
  const options = { enabled: text !== '' && !isFiltered, keepPrevious: true };
  const query = text.slice(0, MAX_CANNED_QUERY);
  return {
    people: useEngineQuery('search.quick', { text: toSoughtName(text), limit: 6 }, options),
    tags: useEngineQuery('search.tagged', { text, limit: 4 }, options),
    notes: useEngineQuery('search.notes', { text, limit: 6 }, { ...options, enabled: text !== '' }),
    canned: useEngineQuery('library.search', { query, limit: 3 }, options),
  };
}

/** The hits of all pages, each once: the best ones are ranked anew for each page, and what arrived meanwhile counts. */
function toHits(pages: readonly EngineOutput<'search.messages'>[]): SearchHits['hits'] {
  const hits = pages.flatMap(({ items }) => items);
  return [...new Map(hits.map((hit) => [hit.message.id, hit])).values()];
}

/** Keeps one of the results active and scrolls it into view. */
function useActiveResultAmong(found: SearchHits, text: string | null, didYouMean?: string): void {
  const activeId = useActiveResult((state) => state.activeId);
  useEffect(() => setResults(text, toResults(found), didYouMean), [found, text, didYouMean]);
  useEffect(() => resetResults, []);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
}

const toResults = ({ conversations, tagged, notes, canned, hits }: SearchHits) => [
  ...conversations.map(({ id }) => toResult(`person-${id}`, id)),
  ...tagged.map(({ id }) => toResult(`tagged-${id}`, id)),
  ...notes.map(({ note }) => toResult(`note-${note.id}`, note.conversationId)),
  ...canned.map(({ id }) => ({ ...toResult(`canned-${id}`, null), cannedId: id })),
  ...hits.map(({ message, conversationId }) => ({
    ...toResult(`hit-${message.id}`, conversationId),
    messageId: message.id,
  })),
];

const toResult = (elementId: string, conversationId: string | null) => ({
  elementId,
  conversationId,
  messageId: null,
  cannedId: null,
});

/** While results replace the list, the list keys move through them and not through the hidden list. */
function useResultsAsList({ conversations, tagged, notes, hits }: SearchHits): void {
  const setList = useUi((state) => state.setList);
  const selectedId = useUi((state) => state.selectedId);
  useLayoutEffect(() => {
    const ids = [
      ...[...conversations, ...tagged].map(({ id }) => id),
      ...notes.map(({ note }) => note.conversationId),
      ...hits.flatMap((hit) => hit.conversationId ?? []),
    ];
    setList([...new Set(ids)], []);
  }, [conversations, tagged, notes, hits, setList]);
  // In a layout effect, since the list would otherwise take these rows for its own.
  useLayoutEffect(() => () => setList([], []), [setList]);
  useEffect(() => activateResultOf(selectedId), [selectedId]);
  const hitId = useFind((find) => find.hit?.messageId);
  useEffect(() => activateHit(hitId), [hitId]);
  useCommands(toMoveCommands(openNextResult, () => useUi.getState().screen === 'conversations'));
}

type Pages = ReturnType<typeof useEnginePages<'search.messages'>>;

/** So many messages fill the window. */
const FEW = 20;

/** Fetches pages until there are some messages to show, since a page can have none. Returns whether that goes on. */
function useMoreWhileFew(
  { hits }: SearchHits,
  { hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage }: Pages,
): boolean {
  const isLooking = hits.length < FEW && hasNextPage && !isPlaceholderData;
  useEffect(() => {
    if (isLooking && !isFetchingNextPage) void fetchNextPage();
  }, [isLooking, isFetchingNextPage, fetchNextPage]);
  return isLooking;
}

/** Fetches the next page when the last message becomes active. */
function useMoreAtLast({ hits }: SearchHits, { hasNextPage, fetchNextPage }: Pages): void {
  const activeId = useActiveResult((state) => state.activeId);
  const last = `hit-${hits.at(-1)?.message.id}`;
  useEffect(() => {
    // New results can have made another one active since they were drawn, as the best ones do.
    const isAtLast = activeId === last && useActiveResult.getState().activeId === last;
    if (isAtLast && hasNextPage) void fetchNextPage();
  }, [activeId, last, hasNextPage, fetchNextPage]);
}
