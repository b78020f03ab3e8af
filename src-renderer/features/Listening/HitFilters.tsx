import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Sentiment } from '#shared/domain/sentiment.ts';
import { Select } from '../../ui/Select.tsx';
import shared from '../../ui/shared.module.css';
import styles from './Listening.module.css';
import { useLanguageChoices } from './SearchFields.tsx';
import type { Hits } from './useHits.ts';

/** The value of a filter that lets everything through. */
const any = '';

/** Narrows the list of hits down by how they sound and by their language. */
export function HitFilters({ hits: { filter, setFilter } }: { readonly hits: Hits }) {
  const { t } = useTranslation();
  const sentiments = [
    { value: any, label: t('listening.anySentiment') },
    ...Sentiment.options.map((value) => ({ value, label: t(`listening.sentiment.${value}`) })),
  ] as const;
  const languages = [{ value: any, label: t('listening.anyLanguage') }, ...useLanguageChoices().slice(1)];
  return (
    <div className={styles.filters}>
      <Filter
        label={t('listening.sentimentFilter')}
        value={filter.sentiment ?? any}
        choices={sentiments}
        onChange={(sentiment) =>
          setFilter({ ...filter, sentiment: sentiment === any ? undefined : sentiment })
        }
      />
      <Filter
        label={t('listening.form.lang')}
        value={filter.language ?? any}
        choices={languages}
        onChange={(language) => setFilter({ ...filter, language: language === any ? undefined : language })}
      />
    </div>
  );
}

interface FilterProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Filter<T extends string>({ label, ...select }: FilterProps<T>) {
  const id = useId();
  return (
    <>
      <span id={id} className={shared.spoken}>
        {label}
      </span>
      <Select labelledBy={id} {...select} />
    </>
  );
}
