import { useTranslation } from 'react-i18next';
import type { Survey } from '#shared/domain/askedSurvey.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useNow } from '../../ui/RelativeTime.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { toMoment } from '../../ui/time.ts';
import styles from './SurveyDialog.module.css';

/** How a score came to be what it is: each change with who made it and when, the newest first. */
export function ScoreHistory({ corrections }: Pick<Survey, 'corrections'>) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  if (corrections.length === 0) return null;
  const toWord = (score: number | null) => score ?? t('surveys.scoring.wasNone');
  const toWho = (agent: string | null) =>
    agent === null
      ? t('surveys.scoring.byCustomer')
      : t('surveys.scoring.byAgent', {
          agent: toShownName(agents.find(({ id }) => id === agent)?.name ?? agent),
        });
  return (
    <div className={styles.choice}>
      <span className={styles.label}>{t('surveys.scoring.history')}</span>
      <ul className={styles.history}>
        {corrections.toReversed().map(({ at, agent, from, to }) => (
          <li key={at}>
            {toWord(from)} → {toWord(to)}, {toWho(agent)}, {toMoment(at, now, i18n.language)}
          </li>
        ))}
      </ul>
    </div>
  );
}
