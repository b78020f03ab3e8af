import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findOperatorBeingTyped } from '#shared/domain/messageQuery.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import shared from '../../ui/shared.module.css';
import { useDebounced } from '../../ui/useDebounced.ts';
import { resultsId, useActiveResult } from './activeResult.ts';
import { CannedResult } from './CannedResult.tsx';
import { NoteResult } from './NoteResult.tsx';
import { MessageResult, PersonResult } from './ResultRow.tsx';
import styles from './Search.module.css';
import { SearchNotes } from './SearchNotes.tsx';
import { SearchTotal } from './SearchTotal.tsx';
import { type SearchHits, useSearchResults } from './useSearchResults.ts';

/** How long typing must pause before the search starts, in milliseconds: keys that are pressed together are one search. */
const restMs = 30;

/** The people, notes, canned responses and messages that match the search text. */
export function SearchResults() {
  const { t } = useTranslation();
  const text = useDebounced(
    useUi((state) => state.searchText.trim()),
    restMs,
  );
  const search = useSearchResults(text);
  const { found, messages, didYouMean, isFiltered, isDone } = search;
  const isIncomplete = messages.data?.pages.at(-1)?.incomplete === true;
  const page = messages.data?.pages[0];
  const count = Object.values(found).reduce((sum, { length }) => sum + length, 0);
  const isNothing = isDone && count === 0;
  const none = toNone(t, text, isFiltered);
  return (
    <>
      <p role="status" className={shared.spoken}>
        {isNothing ? toSpoken(t, none, didYouMean) : isDone ? t('search.found', { count }) : ''}
      </p>
      {isNothing ? (
        <>
          <SearchNotes problems={page?.problems} didYouMean={didYouMean} takesEnter />
          <EmptyState title={none.title} hint={isIncomplete ? t('search.incomplete') : none.hint} />
        </>
      ) : (
        <div className={styles.scroller}>
          <SearchNotes problems={page?.problems} didYouMean={didYouMean} />
          {isFiltered && <p className={styles.incomplete}>{t('search.messagesAndNotes')}</p>}
          {isIncomplete && <p className={styles.incomplete}>{t('search.incomplete')}</p>}
          <SearchTotal page={page} loaded={found.hits.length} hasMore={messages.hasNextPage} />
          <Results found={found} />
          <More search={search} />
        </div>
      )}
    </>
  );
}

/** That nothing was found; or what can follow the operator that is being typed, which is no search yet. */
function toNone(t: TFunction, text: string, isFiltered: boolean) {
  const operator = findOperatorBeingTyped(text);
  if (operator) return { title: `${operator}:`, hint: t(`search.operators.${operator}`) };
  return {
    title: t('search.none', { text }),
    hint: isFiltered ? t('search.noneFilteredHint') : t('search.noneHint'),
  };
}

/** What screen readers hear where nothing was found. */
const toSpoken = (t: TFunction, { title, hint }: ReturnType<typeof toNone>, didYouMean?: string): string =>
  `${title} ${didYouMean === undefined ? hint : t('search.didYouMean', { text: didYouMean })}`;

/** What comes after the results that are loaded. */
function More({ search: { messages, isLooking } }: { readonly search: ReturnType<typeof useSearchResults> }) {
  const { t } = useTranslation();
  if (isLooking) return <p className={styles.incomplete}>{t('search.searching')}</p>;
  if (!messages.hasNextPage) return null;
  return (
    <div className={styles.more}>
      <Button tone="quiet" size="small" onClick={() => void messages.fetchNextPage()}>
        {t('search.more')}
      </Button>
    </div>
  );
}

function Results({ found: { conversations, tagged, notes, canned, hits } }: { readonly found: SearchHits }) {
  const { t } = useTranslation();
  const activeId = useActiveResult((state) => state.activeId);
  return (
    <div id={resultsId} role="listbox" aria-label={t('search.results')}>
      <People title={t('search.people')} kind="person" rows={conversations} activeId={activeId} />
      <People title={t('tags.found')} kind="tagged" rows={tagged} activeId={activeId} />
      {notes.length > 0 && (
        <Group title={t('notes.found')}>
          {notes.map((hit) => (
            <NoteResult key={hit.note.id} hit={hit} isActive={activeId === `note-${hit.note.id}`} />
          ))}
        </Group>
      )}
      {canned.length > 0 && (
        <Group title={t('library.title')}>
          {canned.map((item) => (
            <CannedResult key={item.id} item={item} isActive={activeId === `canned-${item.id}`} />
          ))}
        </Group>
      )}
      {hits.length > 0 && (
        <Group title={t('search.messages')}>
          {hits.map((hit) => (
            <MessageResult key={hit.message.id} hit={hit} isActive={activeId === `hit-${hit.message.id}`} />
          ))}
        </Group>
      )}
    </div>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly kind: 'person' | 'tagged';
  readonly rows: SearchHits['conversations'];
  readonly activeId: string | null;
}

/** Conversations that were found, by their people. */
function People({ title, kind, rows, activeId }: PeopleProps) {
  if (rows.length === 0) return null;
  return (
    <Group title={title}>
      {rows.map((row) => {
        const elementId = `${kind}-${row.id}`;
        return (
          <PersonResult key={row.id} row={row} elementId={elementId} isActive={activeId === elementId} />
        );
      })}
    </Group>
  );
}

/** Results of one kind under a title, which also names the group. */
function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
    <div role="group" aria-label={title}>
      <div aria-hidden="true" className={`${shared.groupTitle} ${styles.head}`}>
        {title}
      </div>
      {children}
    </div>
  );
}
