import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CannedResponse, StaleReason } from '#shared/domain/cannedResponse.ts';
import { counted } from '../../ui/counted.ts';
import { toDayAndTime } from '../../ui/time.ts';
import styles from './Library.module.css';

/** How a canned response has done: uses and outcome, and why it should be read again. */
export function CannedFacts({ canned }: { readonly canned: CannedResponse }) {
  const { t, i18n } = useTranslation();
  const { uses, lastUsedAt, outcome, stale, createdBy, updatedAt } = canned;
  const of = (count: number) => counted(count, i18n.language);
  const facts = [
    t('library.uses', of(uses)),
    ...(lastUsedAt === null
      ? []
      : [t('library.lastUsed', { when: toDayAndTime(lastUsedAt, i18n.language) })]),
    ...(outcome.resolved > 0 ? [t('library.resolved', of(outcome.resolved))] : []),
    ...(outcome.askedAgain > 0 ? [t('library.askedAgain', of(outcome.askedAgain))] : []),
    ...outcome.scores.map(({ scale, high, all }) =>
      t(`library.scores.${scale}`, { ...of(high), all: of(all).formatted }),
    ),
    t('library.changed', { when: toDayAndTime(updatedAt, i18n.language), by: createdBy }),
  ];
  const toWhy = useStaleText();
  return (
    <>
      <p className={styles.facts} data-figures>
        {facts.join(' · ')}
      </p>
      {stale.length > 0 && (
        <ul className={styles.reasons} aria-label={t('library.staleMark')}>
          {stale.map((reason) => (
            <li key={JSON.stringify(reason)}>
              <IconAlertTriangle aria-hidden="true" size={14} stroke={1.75} />
              {toWhy(reason)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Returns what says a reason in words. */
function useStaleText(): (reason: StaleReason) => string {
  const { t, i18n } = useTranslation();
  const day = (at: number) => toDayAndTime(at, i18n.language);
  return (reason) => {
    switch (reason.code) {
      case 'old':
        return t('library.stale.old', { when: day(reason.since) });
      case 'alwaysEdited':
        return t('library.stale.alwaysEdited', { edited: reason.edited, uses: reason.uses });
      case 'foreignLink':
        return t('library.stale.foreignLink', { host: reason.host });
      case 'deadLink':
        return t('library.stale.deadLink', { address: reason.address });
      case 'pastDate':
        return t('library.stale.pastDate', { date: reason.date });
      case 'contradicted':
        return t('library.stale.contradicted', { text: reason.text, when: day(reason.at) });
    }
  };
}
