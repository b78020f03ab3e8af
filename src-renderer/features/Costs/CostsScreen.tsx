import { IconReportMoney } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CostReport } from '#shared/domain/cost.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useFocusArea } from '../../state/focus.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { toDollars } from '../../ui/money.ts';
import { Page, PageSection } from '../../ui/Page.tsx';
import { PeriodChoice } from '../../ui/PeriodChoice.tsx';
import { type Period, toEveryDay, toPeriod } from '../../ui/period.ts';
import { useNow } from '../../ui/RelativeTime.tsx';
import { BudgetSettings } from './BudgetSettings.tsx';
import styles from './Costs.module.css';
import { ByConversation, BySource, DayTable } from './CostTables.tsx';
import { DayChart } from './DayChart.tsx';
import { MonthGauge } from './MonthGauge.tsx';

/** What X costs: this month against the cap; a period by day, source and conversation; and the cap and prices. */
export function CostsScreen() {
  const body = useFocusArea('list');
  const { t } = useTranslation();
  const [period, setPeriod] = useState<Period>('month');
  const range = toPeriod(period, useNow());
  const { data: report, error } = useEngineQuery('reports.costs', range, { keepPrevious: true });
  return (
    <Page
      bodyRef={body}
      title={t('costs.title')}
      hint={t('costs.estimates')}
      actions={<PeriodChoice value={period} onChange={setPeriod} />}
    >
      {error && <FailureCard title={t('costs.failed')} error={error.error} />}
      {report && (
        <>
          <MonthGauge month={report.month} />
          <Spent report={report} range={range} />
        </>
      )}
      <BudgetSettings />
    </Page>
  );
}

interface SpentProps {
  readonly report: CostReport;
  readonly range: { readonly from: number; readonly to: number };
}

function Spent({ report, range }: SpentProps) {
  const { t, i18n } = useTranslation();
  if (report.total.calls === 0)
    return (
      <div className={styles.nothing}>
        <EmptyState
          icon={<IconReportMoney size={36} stroke={1.25} />}
          title={t('costs.nothing')}
          hint={t('costs.nothingHint')}
        />
      </div>
    );
  const days = toEveryDay(report.days, range.from, range.to);
  const total = toDollars(report.total.usd, i18n.language);
  return (
    <>
      <PageSection
        title={t('costs.perDay')}
        aside={
          <strong className={styles.total} data-figures>
            {total}
          </strong>
        }
      >
        <DayChart days={days} />
        <Disclosure label={t('costs.asTable')}>
          <DayTable days={days} total={report.total} />
        </Disclosure>
      </PageSection>
      <PageSection title={t('costs.bySource')}>
        <BySource sources={report.sources} />
      </PageSection>
      {report.conversations.length > 0 && (
        <PageSection title={t('costs.byConversation')}>
          <ByConversation conversations={report.conversations} />
        </PageSection>
      )}
    </>
  );
}
