import { IconEar, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../../../shared/domain/savedSearch.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toShownName } from '../Conversation/shownName.ts';
import styles from './SavedSearches.module.css';

interface Props {
  readonly searches: readonly SavedSearch[];
  readonly onEdit: (search: SavedSearch) => void;
  readonly onNew: () => void;
}

/** The saved searches with what X is asked, while no hit is open. */
export function SavedSearches({ searches, onEdit, onNew }: Props) {
  const { t } = useTranslation();
  const button = (
    <Button
      tone={searches.length === 0 ? 'primary' : 'plain'}
      command="search.new"
      icon={<IconPlus aria-hidden="true" size={15} stroke={2} />}
      onClick={onNew}
    >
      {t('listening.newSearch')}
    </Button>
  );
  if (searches.length === 0)
    return (
      <EmptyState
        icon={<IconEar size={40} stroke={1.25} />}
        title={t('listening.noSearches')}
        hint={t('listening.noSearchesHint')}
      >
        <div className={styles.first}>{button}</div>
      </EmptyState>
    );
  return (
    <div className={styles.scroller}>
      <section className={styles.searches} aria-label={t('listening.searches')}>
        <header className={styles.head}>
          <div>
            <h2>{t('listening.searches')}</h2>
            <p className={styles.hint}>{t('listening.searchesHint')}</p>
          </div>
          {button}
        </header>
        <ul className={styles.list}>
          {searches.map((search) => (
            <SearchLine key={search.id} search={search} onEdit={() => onEdit(search)} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function SearchLine({ search, onEdit }: { readonly search: SavedSearch; readonly onEdit: () => void }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const remove = useEngineCommand('savedSearches.remove');
  const name = toShownName(search.name);
  return (
    <li className={styles.search}>
      <div className={styles.words}>
        <p className={styles.name}>
          <Bidi text={search.name} cap={80} />
          <span className={styles.count} data-figures>
            {t('listening.count', { count: search.hits })}
          </span>
          {search.takesAll && <span className={styles.count}>{t('listening.takesAllMark')}</span>}
        </p>
        <code className={styles.query}>{search.query}</code>
      </div>
      {isAsked ? (
        <div className={styles.sure} role="alert">
          <span>{t('listening.removeSure')}</span>
          <Button size="small" tone="danger" onClick={() => void remove({ id: search.id })}>
            {t('listening.removeYes')}
          </Button>
          <Button size="small" tone="quiet" onClick={() => setAsked(false)}>
            {t('frame.cancel')}
          </Button>
        </div>
      ) : (
        <>
          <IconButton
            label={t('listening.edit', { name })}
            icon={<IconPencil size={16} stroke={1.75} />}
            onClick={onEdit}
          />
          <IconButton
            label={t('listening.remove', { name })}
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={() => setAsked(true)}
          />
        </>
      )}
    </li>
  );
}
