import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/domain/account.ts';
import type { WorkGroup } from '#shared/domain/workReport.ts';
import type { WeekJob, WorkJob } from '../../../state/printing.ts';
import { counted } from '../../../ui/counted.ts';
import { toDollars } from '../../../ui/money.ts';
import { PageSection } from '../../../ui/Page.tsx';
import { Rest } from '../base/Rest.tsx';
import styles from '../base/Sheet.module.css';
import { SheetHead } from '../base/SheetHead.tsx';
import { useFormats } from '../base/useFormats.ts';
import { HeatPlot } from './HeatPlot.tsx';
import { OverTimePlot } from './OverTime.tsx';
import { TimesTable } from './TimesTable.tsx';
import { Volume } from './Volume.tsx';
import { WorkGroupTable } from './WorkGroupTable.tsx';
import { settingsChangesUntil, type WorkReport } from './workReport.ts';

/** In pixels; together with the gap between them the width of the page, see `Sheet.module.css`. */
const widths = { backlog: 392, hours: 272 } as const;

/** As many rows as fit on the smallest page, of Letter, in the language with the longest texts. */
const MOST_ROWS = 5;

interface Props {
  readonly job: WorkJob | WeekJob;
  readonly account: Account | null;
  /** The period in words. */
  readonly days: string;
  readonly report: WorkReport;
  readonly groups: readonly WorkGroup[];
}

/** The report on the work on one page, with what its figures do not know and what they mean. */
export function WorkSheet({ job, account, days, report, groups }: Props) {
  const { t } = useTranslation();
  const { step, groupBy, asKnownOn, period } = job;
  return (
    <div className={`${styles.page} ${styles.work}`}>
      <SheetHead title={t('workReport.name')} account={account} days={days} asKnownOn={asKnownOn} />
      <Volume report={{ ...report, gaps: [] }} to={period.to} />
      <div className={styles.times}>
        <TimesTable report={report} />
      </div>
      <div className={styles.workCharts}>
        <PageSection title={t('workReport.overTime.backlog')}>
          <OverTimePlot of="backlog" steps={report.steps} step={step} width={widths.backlog} />
        </PageSection>
        <PageSection title={t('workReport.hours')}>
          <HeatPlot map={report.hours.received} width={widths.hours} />
        </PageSection>
      </div>
      <PageSection title={t('reports.by')}>
        <div className={styles.parts}>
          <WorkGroupTable groups={groups.slice(0, MOST_ROWS)} groupBy={groupBy} />
        </div>
        <Rest count={groups.length - MOST_ROWS} />
      </PageSection>
      <Foot report={report} to={period.to} />
    </div>
  );
}

/** Costs and reuse, how much is not known, and the definitions. */
function Foot({ report, to }: { readonly report: WorkReport; readonly to: number }) {
  const { t, i18n } = useTranslation();
  const { toShare } = useFormats();
  const { figures, costs, gaps } = report;
  const withoutTarget = figures.firstReply.withoutTarget + figures.nextReply.withoutTarget;
  const changes = settingsChangesUntil(report, to).length;
  const more = [
    t('labelled', { label: t('workReport.costs'), value: toDollars(costs.usd, i18n.language) }),
    t('labelled', { label: t('workReport.reuse'), value: toShare(figures.reused.share?.value) }),
    t('labelled', { label: t('workReport.handovers'), value: toShare(report.handovers.share?.value) }),
  ];
  const doubts = [
    ...(gaps.length > 0 ? [t('workReport.sheet.gaps', counted(gaps.length, i18n.language))] : []),
    ...(changes > 0 ? [t('workReport.sheet.changes', counted(changes, i18n.language))] : []),
    ...(withoutTarget > 0
      ? [t('workReport.doubts.withoutTarget', counted(withoutTarget, i18n.language))]
      : []),
  ];
  return (
    <footer className={styles.small}>
      <p>{more.join(' · ')}</p>
      {doubts.length > 0 && <p>{doubts.join(' · ')}</p>}
      <p>{t('workReport.means.firstReply')}</p>
      <p>{t('workReport.means.inTarget')}</p>
      <p>{t('workReport.means.resolved')}</p>
      <p>{t('labelled', { label: t('workReport.reuse'), value: t('workReport.means.reuse') })}</p>
      <p>{t('workReport.means.intervals')}</p>
    </footer>
  );
}
