import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { toDayAndTime } from '../../ui/time.ts';
import styles from './Crisis.module.css';
import { toEntryWords } from './entryWords.ts';

/** The most entries that are shown at once. */
const shown = 200;

/** The log of an incident, the newest entry first. */
export function IncidentLog({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation();
  const { data } = useEngineQuery('crisis.log', { id, limit: shown });
  const items = data?.items ?? [];
  return (
    <section className={styles.part} aria-label={t('crisis.log')}>
      <h3 className={styles.heading}>{t('crisis.log')}</h3>
      <ol className={styles.log}>
        {items.map((entry) => (
          <li key={entry.id} className={styles.entry} data-kind={entry.kind}>
            <span className={styles.hint}>
              {[toDayAndTime(entry.at, i18n.language), toShownName(entry.agent ?? 'Perch')].join(' · ')}
            </span>
            <span>{toEntryWords(entry, t, i18n.language)}</span>
            {entry.text !== '' && (
              <span className={styles.text}>
                <Bidi text={entry.text} lang={null} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {data && data.total > items.length && (
        <p className={styles.hint}>{t('crisis.more', { count: data.total - items.length })}</p>
      )}
    </section>
  );
}
