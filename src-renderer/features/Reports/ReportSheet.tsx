import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/domain/account.ts';
import type { ReportJob } from '../../state/printing.ts';
import { PageSection } from '../../ui/Page.tsx';
import { Rest } from './base/Rest.tsx';
import styles from './base/Sheet.module.css';
import { SheetHead } from './base/SheetHead.tsx';
import { useFormats } from './base/useFormats.ts';
import { GroupTable } from './GroupTable.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import type { Group, Report } from './report.ts';
import { Bands, ScoreBars } from './ScoreBars.tsx';
import { TrendPlot } from './TrendPlot.tsx';

/** In pixels; together with the gap between them the width of the page, see `Sheet.module.css`. */
const widths = { scores: 264, trend: 400 } as const;

/** As many rows as fit on the smallest page, of Letter, in the language with the longest texts. */
const MOST_ROWS = 12;

interface Props {
  readonly job: ReportJob;
  readonly account: Account | null;
  /** The period in words. */
  readonly days: string;
  /** The fewest scores for a figure. */
  readonly minimum: number;
  readonly report: Report;
  readonly groups: readonly Group[];
}

/** A report on one page: whose, about when and as known when, figures, scores, trend and parts, and what the figures mean. */
export function ReportSheet({ job, account, days, minimum, report, groups }: Props) {
  const { t } = useTranslation();
  const { scale, asKnownOn } = job;
  return (
    <div className={styles.page}>
      <SheetHead
        title={t(`reports.page.title.${scale}`)}
        account={account}
        days={days}
        asKnownOn={asKnownOn}
      />
      {report.sent === 0 ? (
        <p>{t(`reports.nothing.${scale}`)}</p>
      ) : (
        <Figures job={job} report={report} groups={groups} />
      )}
      <Definitions job={job} minimum={minimum} />
    </div>
  );
}

function Figures({ job: { step, groupBy }, report, groups }: Pick<Props, 'job' | 'report' | 'groups'>) {
  const { t } = useTranslation();
  const { figures } = report;
  return (
    <>
      <div className={styles.figures}>
        <KeyFigures report={report} />
      </div>
      <div className={styles.charts}>
        <PageSection title={t('reports.scores')}>
          <ScoreBars figures={figures} width={widths.scores} />
          {'nps' in figures && <Bands figures={figures} />}
        </PageSection>
        <PageSection title={t(`reports.trend.${step}`)}>
          <TrendPlot groups={report.groups} step={step} width={widths.trend} />
        </PageSection>
      </div>
      <PageSection title={t('reports.by')}>
        <div className={styles.parts}>
          <GroupTable groups={groups.slice(0, MOST_ROWS)} groupBy={groupBy} caption={t('reports.by')} />
        </div>
        <Rest count={groups.length - MOST_ROWS} />
      </PageSection>
    </>
  );
}

function Definitions({ job, minimum }: Pick<Props, 'job' | 'minimum'>) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  return (
    <footer className={styles.small}>
      <p>{t(`reports.page.means.${job.scale}`)}</p>
      <p>{t('reports.page.means.minimum', { minimum: toCount(minimum) })}</p>
      <p>{t('reports.page.means.compared')}</p>
      <p>{t('reports.page.means.counted')}</p>
    </footer>
  );
}
