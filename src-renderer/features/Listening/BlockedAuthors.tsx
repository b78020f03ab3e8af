import { IconUserCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { asEntry, useNeighbourFocus } from '../../state/focus.ts';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toName } from '../../ui/shownName.ts';
import styles from './SavedSearches.module.css';

/** The authors whose posts the Watchlist leaves out; there as long as there are any. */
export function BlockedAuthors() {
  const { t } = useTranslation();
  const { data } = useEngineQuery('listening.blocked', {});
  const block = useEngineCommand('listening.block');
  const isReadOnly = useIsReadOnly();
  const list = useRef<HTMLUListElement>(null);
  const authors = data?.items ?? [];
  const neighbours = useNeighbourFocus(
    list,
    authors.map(({ id }) => id),
  );
  if (authors.length === 0) return null;
  return (
    <section className={styles.blocked} aria-label={t('listening.blocked')}>
      <h2>{t('listening.blocked')}</h2>
      <p className={styles.hint}>{t('listening.blockedHint')}</p>
      <ul ref={list} className={styles.list} {...neighbours}>
        {authors.map((author) => (
          <li key={author.id} className={styles.author} aria-label={toName(author)} {...asEntry(author.id)}>
            <Bidi text={toName(author)} cap={60} className={styles.called} />
            <Handle handle={author.handle} className={styles.handle} />
            {!isReadOnly && (
              <IconButton
                label={t('listening.unblock', { name: toName(author) })}
                icon={<IconUserCheck size={16} stroke={1.75} />}
                onClick={() => void block({ personId: author.id, blocked: false })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
