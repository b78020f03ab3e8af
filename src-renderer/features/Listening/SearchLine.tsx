import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { asEntry } from '../../state/focus.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { Confirmation, useAsking } from '../../ui/Confirmation.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toShownName } from '../../ui/shownName.ts';
import styles from './SavedSearches.module.css';
import { toTermWords } from './toTermWords.ts';

interface Props {
  readonly search: SavedSearch;
  readonly onEdit: () => void;
}

/** A saved search: what it looks for, its query, its number of hits, and the buttons to edit and remove it. */
export function SearchLine({ search, onEdit }: Props) {
  const { t, i18n } = useTranslation();
  const isReadOnly = useIsReadOnly();
  return (
    <li className={styles.search} aria-label={toShownName(search.name)} {...asEntry(search.id)}>
      <div className={styles.words}>
        <p className={styles.name}>
          <Bidi text={search.name} cap={80} className={styles.called} />
          <span className={styles.count} data-figures>
            {t('listening.count', { count: search.hits })}
          </span>
          {search.takesAll && <span className={styles.count}>{t('listening.takesAllMark')}</span>}
        </p>
        <p className={styles.terms}>{toTermWords(search.terms, t, i18n.language).join(' · ')}</p>
        <Disclosure label={t('listening.query')}>
          <code className={styles.query}>{search.query}</code>
        </Disclosure>
      </div>
      {!isReadOnly && <Actions search={search} onEdit={onEdit} />}
    </li>
  );
}

function Actions({ search, onEdit }: Props) {
  const { t } = useTranslation();
  const remove = useEngineCommand('savedSearches.remove');
  const asking = useAsking();
  const name = toShownName(search.name);
  if (asking.isAsked) {
    return (
      <Confirmation
        asking={asking}
        question={t('listening.removeSure')}
        yes={t('listening.removeYes')}
        className={styles.confirmation}
        onYes={() => void remove({ id: search.id })}
      />
    );
  }
  return (
    <>
      <IconButton
        label={t('listening.edit', { name })}
        icon={<IconPencil size={16} stroke={1.75} />}
        onClick={onEdit}
      />
      <IconButton
        ref={asking.trigger}
        label={t('listening.remove', { name })}
        icon={<IconTrash size={16} stroke={1.75} />}
        onClick={asking.ask}
      />
    </>
  );
}
