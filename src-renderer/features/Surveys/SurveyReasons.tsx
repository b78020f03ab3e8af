import { useTranslation } from 'react-i18next';
import type { SurveyReason } from '#shared/surveyReason.ts';
import { useNow } from '../../ui/RelativeTime.tsx';
import { toMoment } from '../../ui/time.ts';
import styles from './SurveyDialog.module.css';

/** Why somebody is not asked now, each reason with the time when it ends if the clock decides that. */
export function SurveyReasons({ reasons }: { readonly reasons: readonly SurveyReason[] }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const toText = ({ code, nextAt }: SurveyReason) => {
    const words = t(`surveys.reasons.${code}`);
    if (nextAt === undefined) return words;
    return `${words} ${t('surveys.possibleFrom', { time: toMoment(nextAt, now, i18n.language) })}`;
  };
  return (
    <div role="status">
      {reasons.length > 0 && (
        <div className={styles.reasons}>
          <p className={styles.heading}>{t('surveys.notNow')}</p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason.code}>{toText(reason)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
