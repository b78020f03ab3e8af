import { useTranslation } from 'react-i18next';
import { PageSection } from '../../../ui/Page.tsx';
import { useFormats } from '../base/useFormats.ts';
import { Doubts } from './Doubts.tsx';
import { Metric, Metrics, Note } from './Metric.tsx';
import type { ShowCases, WorkReport } from './workReport.ts';

const figures = ['opened', 'reopened', 'received', 'replies'] as const;

interface Props {
  readonly report: WorkReport;
  readonly to: number;
  /** Absent where nothing can be opened, as on paper. */
  readonly onShow?: ShowCases;
}

/** How much came in and went out, and how much it was in the period before. */
export function Volume({ report, to, onShow }: Props) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  const before = report.comparison?.figures;
  return (
    <PageSection title={t('workReport.volume')}>
      <Metrics>
        {figures.map((figure) => (
          <Metric
            key={figure}
            label={t(`workReport.figures.${figure}`)}
            value={toCount(report.figures[figure])}
            onShow={onShow && report.figures[figure] > 0 ? () => onShow({ figure }) : undefined}
          >
            {before && <Note>{t('workReport.before', { value: toCount(before[figure]) })}</Note>}
            <Doubts report={report} figure={figure} to={to} />
          </Metric>
        ))}
      </Metrics>
    </PageSection>
  );
}
