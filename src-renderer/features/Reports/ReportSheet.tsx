import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/domain/account.ts';
import type { ReportJob } from '../../state/printing.ts';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { PageSection } from '../../ui/Page.tsx';
import { toName } from '../../ui/shownName.ts';
import { toDateAndTime } from '../../ui/time.ts';
import { useFormats } from './base/useFormats.ts';
import { GroupTable } from './GroupTable.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import styles from './ReportSheet.module.css';
import type { Group, Report } from './report.ts';
import { Bands, ScoreBars } from './ScoreBars.tsx';
import { TrendPlot } from './TrendPlot.tsx';

/** In pixels; together with the gap between them the width of the page, see `ReportSheet.module.css`. */
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
  const { t, i18n } = useTranslation();
  const { scale, asKnownOn } = job;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t(`reports.page.title.${scale}`)}</h1>
        {account && (
          <p className={styles.company}>
            <Bidi text={toName(account)} cap={60} /> <Handle handle={account.handle} />
          </p>
        )}
        <p>{t('reports.page.about', { days, time: toDateAndTime(asKnownOn, i18n.language) })}</p>
      </header>
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

/** How many groups the page has no room for. */
function Rest({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  if (count <= 0) return null;
  return <p className={styles.rest}>{t('reports.page.rest', { count, formatted: toCount(count) })}</p>;
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
