import { useTranslation } from 'react-i18next';
import type { Quantile } from '#shared/domain/workReport.ts';
import { PageSection } from '../../../ui/Page.tsx';
import { useFormats } from '../base/useFormats.ts';
import { Doubts } from './Doubts.tsx';
import { Metric, Metrics, Note } from './Metric.tsx';
import { InTarget } from './Shares.tsx';
import { Verdict } from './Verdict.tsx';
import type { ShowCases, WorkReport } from './workReport.ts';

interface Props {
  readonly report: WorkReport;
  readonly of: 'firstReply' | 'nextReply' | 'resolved';
  readonly to: number;
  readonly onShow: ShowCases;
}

/** How long the first replies took, the next ones, or the resolutions, and for replies which share met its target. */
export function Times({ report, of, to, onShow }: Props) {
  const { t } = useTranslation();
  const { toCount, toTime } = useFormats();
  const { cases, medianMs, p90Ms } = report.figures[of];
  const show = cases > 0 ? () => onShow({ figure: of }) : undefined;
  return (
    <PageSection title={t(`workReport.times.${of}`)}>
      <Metrics>
        <Metric label={t('workReport.median')} value={toTime(medianMs?.value)} onShow={show}>
          <Interval quantile={medianMs} />
          <TimeVerdict report={report} of={of} />
          <Doubts report={report} figure={of} to={to} />
        </Metric>
        <Metric label={t('workReport.p90')} value={toTime(p90Ms?.value)} onShow={show}>
          <Interval quantile={p90Ms} />
        </Metric>
        {of !== 'resolved' && <InTarget report={report} of={of} to={to} onShow={onShow} />}
        <Metric label={t(`workReport.cases.${of}`)} value={toCount(cases)} onShow={show} />
      </Metrics>
    </PageSection>
  );
}

/** From low to high; one bound alone says nothing. */
function Interval({ quantile }: { readonly quantile: Quantile | null }) {
  const { t } = useTranslation();
  const { toTime } = useFormats();
  if (quantile === null) return null;
  const { low, high } = quantile;
  if (low === null || high === null) return <Note>{t('workReport.noInterval')}</Note>;
  const interval = `${toTime(low)} – ${toTime(high)}`;
  return <Note title={t('reports.intervalHint')}>{t('reports.interval', { interval })}</Note>;
}

function TimeVerdict({ report: { comparison }, of }: Pick<Props, 'report' | 'of'>) {
  const { toTime } = useFormats();
  if (!comparison) return null;
  const before = comparison.figures[of].medianMs;
  return <Verdict of="time" verdict={comparison.verdicts[of]} before={before && toTime(before.value)} />;
}
