import { useEffect, useLayoutEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEnginePages, useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import shared from '../../ui/shared.module.css';
import { activateResultOf, resultsId, setResults, useActiveResult } from './activeResult.ts';
import { MessageResult, PersonResult } from './ResultRow.tsx';
import styles from './SearchResults.module.css';
import { useSettled } from './useSettled.ts';

/** How long typing must rest before it is searched, in milliseconds. */
const restMs = 80;

/** People and messages that the text of the search field finds. */
export function SearchResults() {
  const { t } = useTranslation();
  const text = useSettled(
    useUi((state) => state.searchText.trim()),
    restMs,
  );
  const enabled = text !== '';
  const people = useEngineQuery('search.quick', { text, limit: 6 }, { enabled, keepPrevious: true });
  const messages = useEnginePages('search.messages', { text }, { enabled, keepPrevious: true });
  const activeId = useActiveResult((state) => state.activeId);
  const found = useMemo(() => {
    const conversations = people.data?.items ?? [];
    const hits = messages.data?.pages.flatMap((page) => page.items) ?? [];
    return { conversations, hits };
  }, [people.data, messages.data]);
  const isCurrent = [people, messages].every((each) => !each.isPending && !each.isPlaceholderData);
  useEffect(() => {
    setResults(isCurrent ? text : null, [
      ...found.conversations.map(({ id }) => ({ elementId: `person-${id}`, conversationId: id })),
      ...found.hits.map(({ message, conversationId }) => ({
        elementId: `hit-${message.id}`,
        conversationId,
      })),
    ]);
  }, [found, isCurrent, text]);
  useEffect(() => () => setResults(null, []), []);
  useResultsAsList(found);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const isAtLast = activeId !== null && activeId === `hit-${found.hits.at(-1)?.message.id}`;
  const { hasNextPage, fetchNextPage } = messages;
  useEffect(() => {
    if (isAtLast && hasNextPage) void fetchNextPage();
  }, [isAtLast, hasNextPage, fetchNextPage]);

  const count = found.conversations.length + found.hits.length;
  const isDone = people.isSuccess && messages.isSuccess;
  if (isDone && count === 0) {
    return <EmptyState title={t('search.none', { text })} hint={t('search.noneHint')} />;
  }
  return (
    <div className={styles.scroller}>
      <p role="status" className={shared.spoken}>
        {isDone ? t('search.found', { count }) : ''}
      </p>
      <div id={resultsId} role="listbox" aria-label={t('search.results')}>
        {found.conversations.length > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
          <div role="group" aria-label={t('search.people')}>
            <Head>{t('search.people')}</Head>
            {found.conversations.map((row) => (
              <PersonResult key={row.id} row={row} isActive={activeId === `person-${row.id}`} />
            ))}
          </div>
        )}
        {found.hits.length > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
          <div role="group" aria-label={t('search.messages')}>
            <Head>{t('search.messages')}</Head>
            {found.hits.map((hit) => (
              <MessageResult key={hit.message.id} hit={hit} isActive={activeId === `hit-${hit.message.id}`} />
            ))}
          </div>
        )}
      </div>
      {messages.hasNextPage && (
        <div className={styles.more}>
          <Button tone="quiet" size="small" onClick={() => void messages.fetchNextPage()}>
            {t('search.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface Found {
  readonly conversations: readonly { readonly id: string }[];
  readonly hits: readonly { readonly conversationId: string | null }[];
}

/** While results stand in the place of the list, the keys move along them and never along what is hidden. */
function useResultsAsList({ conversations, hits }: Found): void {
  const setList = useUi((state) => state.setList);
  const selectedId = useUi((state) => state.selectedId);
  useLayoutEffect(() => {
    const ids = [...conversations.map(({ id }) => id), ...hits.flatMap((hit) => hit.conversationId ?? [])];
    setList([...new Set(ids)], []);
  }, [conversations, hits, setList]);
  // Before the list is drawn again, which takes what it finds for its own rows.
  useLayoutEffect(() => () => setList([], []), [setList]);
  useEffect(() => activateResultOf(selectedId), [selectedId]);
}

/** The title of a group; the group carries the same words as its name. */
function Head({ children }: { readonly children: string }) {
  return (
    <div aria-hidden="true" className={`${shared.groupTitle} ${styles.head}`}>
      {children}
    </div>
  );
}
