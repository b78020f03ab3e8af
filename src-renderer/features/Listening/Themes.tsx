import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { counted } from '../../ui/counted.ts';
import styles from './Listening.module.css';
import type { Hits } from './useHits.ts';

interface Props {
  readonly searchId: string | null;
  readonly hits: Hits;
}

/** What more people than usual wrote about in the last hour; pressing one lists the posts about it. */
export function Themes({ searchId, hits: { filter, setFilter } }: Props) {
  const { t, i18n } = useTranslation();
  const { data } = useEngineQuery('listening.themes', searchId === null ? {} : { searchId });
  const themes = data?.items ?? [];
  const chosen = filter.theme;
  // One that has passed can still be put aside.
  const isGone = chosen !== undefined && !themes.some(({ term }) => term === chosen);
  if (themes.length === 0 && !isGone) return null;
  const toggle = (term: string) => setFilter({ ...filter, theme: term === chosen ? undefined : term });
  return (
    <fieldset className={styles.themes}>
      <legend>{t('listening.themes')}</legend>
      {themes.map(({ term, label, authors }) => (
        <button
          key={term}
          type="button"
          className={styles.theme}
          aria-pressed={term === chosen}
          title={t('listening.themeAuthors', counted(authors, i18n.language))}
          onClick={() => toggle(term)}
        >
          <bdi>{label}</bdi>
          <span data-figures>{authors}</span>
        </button>
      ))}
      {isGone && (
        <button type="button" className={styles.theme} aria-pressed onClick={() => toggle(chosen)}>
          <bdi>{chosen}</bdi>
        </button>
      )}
    </fieldset>
  );
}
