import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { MONTH_DAYS } from '#shared/domain/cost.ts';
import type { Estimate } from '#shared/domain/estimate.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { Button } from '../../ui/Button.tsx';
import { toDollars } from '../../ui/money.ts';
import styles from './BeginScreen.module.css';
import { toCostText, toCountsText } from './betweenText.ts';
import type { useEstimate } from './useEstimate.ts';

function toDailyText({ perDay: { usd } }: Estimate, t: TFunction, language: string): string {
  const cost = toCostText(usd, t, language);
  if (usd.most === null) return t('begin.perDay', { cost });
  const month = toCostText({ least: usd.least * MONTH_DAYS, most: usd.most * MONTH_DAYS }, t, language);
  return t('begin.perDayAndMonth', { cost, month });
}

function toDailyCounts({ perDay, dms }: Estimate, t: TFunction, language: string): string {
  const counts = toCountsText(perDay, dms, t, language);
  if (perDay.checksUsd === 0) return counts;
  return `${counts} · ${t('begin.checks', { usd: toDollars(perDay.checksUsd, language) })}`;
}

/** What each day costs from then on, how the numbers are known, and how to know more. */
export function Costs({ count }: { readonly count: ReturnType<typeof useEstimate> }) {
  const { t, i18n } = useTranslation();
  const { estimate, error, isCounting, countDms } = count;
  const language = i18n.language;
  return (
    <section className={styles.costs} aria-label={t('begin.costs')}>
      {estimate && (
        <p className={styles.perDay}>
          <strong>{toDailyText(estimate, t, language)}</strong>
          <span className={styles.counts}>{toDailyCounts(estimate, t, language)}</span>
        </p>
      )}
      {estimate?.dms === 'unknown' && (
        <div className={styles.unknown}>
          <p>{t('begin.dmsUnknownHint')}</p>
          <Button size="small" disabled={isCounting} onClick={countDms}>
            {isCounting
              ? t('begin.counting')
              : t('begin.countDms', { price: toDollars(estimate.countDmsUsd, language) })}
          </Button>
        </div>
      )}
      {estimate && <p className={styles.basis}>{t(`begin.basis.${estimate.dms}`)}</p>}
      {error && <FailureCard title={t('begin.notCounted')} error={error} />}
    </section>
  );
}
