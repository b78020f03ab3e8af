import { IconPencil, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { asEntry } from '../../state/focus.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
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
      <Actions search={search} onEdit={onEdit} />
    </li>
  );
}

function Actions({ search, onEdit }: Props) {
  const { t } = useTranslation();
  const [isConfirming, setConfirming] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const trash = useRef<HTMLButtonElement>(null);
  const name = toShownName(search.name);
  const confirm = (next: boolean) => {
    flushSync(() => setConfirming(next));
    (next ? cancel : trash).current?.focus();
  };
  if (isConfirming)
    return <RemoveConfirmation id={search.id} cancel={cancel} onCancel={() => confirm(false)} />;
  return (
    <>
      <IconButton
        label={t('listening.edit', { name })}
        icon={<IconPencil size={16} stroke={1.75} />}
        onClick={onEdit}
      />
      <IconButton
        ref={trash}
        label={t('listening.remove', { name })}
        icon={<IconTrash size={16} stroke={1.75} />}
        onClick={() => confirm(true)}
      />
    </>
  );
}

interface ConfirmationProps {
  readonly id: string;
  readonly cancel: React.RefObject<HTMLButtonElement | null>;
  readonly onCancel: () => void;
}

/** Asks before a search is removed. Cancel has the focus, so that a key held down removes nothing. */
function RemoveConfirmation({ id, cancel, onCancel }: ConfirmationProps) {
  const { t } = useTranslation();
  const remove = useEngineCommand('savedSearches.remove');
  const onKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <div className={styles.confirmation} role="alert" onKeyDown={onKeyDown}>
      <span>{t('listening.removeSure')}</span>
      <Button ref={cancel} size="small" tone="quiet" onClick={onCancel}>
        {t('frame.cancel')}
      </Button>
      <Button size="small" tone="danger" onClick={() => void remove({ id })}>
        {t('listening.removeYes')}
      </Button>
    </div>
  );
}
