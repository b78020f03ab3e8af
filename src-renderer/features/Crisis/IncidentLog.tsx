import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type IncidentEntry, IncidentRole } from '#shared/domain/incident.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { toDayAndTime } from '../../ui/time.ts';
import styles from './Crisis.module.css';

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
            <span>{toWhat(entry, t, i18n.language)}</span>
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

/** What an entry is about in words, such as "Lead: Sam". */
function toWhat({ kind, facts }: IncidentEntry, t: TFunction, language: string): string {
  const number = (value: unknown) =>
    new Intl.NumberFormat(language).format(Math.round(typeof value === 'number' ? value : 0));
  if (kind === 'roleGiven') {
    const role = IncidentRole.options.find((one) => one === facts.role) ?? 'lead';
    const agent = typeof facts.agent === 'string' ? toShownName(facts.agent) : t('crisis.nobody');
    return t('labelled', { label: t(`crisis.roles.${role}`), value: agent });
  }
  if (kind === 'alertSeen')
    return t('crisis.kinds.alertSeen', { posts: number(facts.posts), usual: number(facts.usual) });
  if (kind === 'surveysHeldBack')
    return t('crisis.heldBack', { count: typeof facts.count === 'number' ? facts.count : 0 });
  if (kind === 'repliesDrafted' || kind === 'repliesQueued' || kind === 'sendingStopped')
    return t(`crisis.kinds.${kind}`, { count: typeof facts.count === 'number' ? facts.count : 0 });
  return t(`crisis.kinds.${kind}`);
}
