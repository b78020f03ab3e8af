import { IconAlertTriangle, IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CostReport } from '#shared/domain/cost.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { toDollars } from '../../ui/money.ts';
import { toPeriod } from '../../ui/period.ts';
import { useNow } from '../../ui/RelativeTime.tsx';
import styles from './MonthGauge.module.css';

const icons = { fine: IconCircleCheck, warned: IconAlertTriangle, stopped: IconHandStop } as const;

/** The cost of this month against the cap, in figures, as a bar and in words. */
export function MonthGauge({ month }: { readonly month: CostReport['month'] }) {
  const { t, i18n } = useTranslation();
  const { data: budget } = useEngineQuery('budget.get', {});
  const { spentUsd, capUsd, state } = month;
  const spent = toDollars(spentUsd, i18n.language);
  const percent = budget?.warnAtPercent ?? 80;
  const Icon = icons[state];
  return (
    <section className={styles.card} data-state={state} aria-label={t('costs.month')}>
      <div className={styles.line}>
        <p className={styles.figures} data-figures>
          <strong>{spent}</strong>{' '}
          <span>
            {capUsd === null
              ? t('costs.noCap')
              : t('costs.spentOf', { spent: '', cap: toDollars(capUsd, i18n.language) }).trim()}
          </span>
        </p>
        {capUsd !== null && (
          <p className={styles.state}>
            <Icon aria-hidden="true" size={16} stroke={1.75} />
            {t(`costs.state.${state}`)}
          </p>
        )}
      </div>
      {capUsd !== null && <Bar spentUsd={spentUsd} capUsd={capUsd} warnAt={percent} />}
      <p className={styles.hint}>
        {capUsd === null ? t('costs.stateHint.noCap') : t(`costs.stateHint.${state}`, { percent })}
      </p>
    </section>
  );
}

interface BarProps {
  readonly spentUsd: number;
  readonly capUsd: number;
  /** In percent. */
  readonly warnAt: number;
}

function Bar({ spentUsd, capUsd, warnAt }: BarProps) {
  const { t } = useTranslation();
  const share = capUsd === 0 ? 100 : Math.min(100, (spentUsd / capUsd) * 100);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element cannot carry the mark of the warning
    <div
      role="meter"
      aria-label={t('costs.gauge')}
      aria-valuenow={Math.round(share)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={`${Math.round(share)}%`}
      className={styles.bar}
    >
      <div className={styles.used} style={{ width: `${share}%` }} />
      <div className={styles.mark} style={{ insetInlineStart: `${warnAt}%` }} />
    </div>
  );
}

/** This month's cost against the cap; undefined until the first response. */
export function useMonth(): CostReport['month'] | undefined {
  const now = useNow();
  return useEngineQuery('reports.costs', toPeriod('month', now), { keepPrevious: true }).data?.month;
}
