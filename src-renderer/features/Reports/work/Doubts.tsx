import { useTranslation } from 'react-i18next';
import type { WorkFigure } from '#shared/domain/workReport.ts';
import { counted } from '../../../ui/counted.ts';
import { Doubt } from './Metric.tsx';
import { countGaps, settingsChangesUntil, type WorkReport } from './workReport.ts';

interface Props {
  readonly report: WorkReport;
  readonly figure: WorkFigure;
  /** The end of the period, exclusive. */
  readonly to: number;
}

/** How many gaps could change a figure, and whether what it is measured with changed in the period. */
export function Doubts({ report, figure, to }: Props) {
  const { t, i18n } = useTranslation();
  const gaps = countGaps(report, figure);
  const changes = settingsChangesUntil(report, to);
  const isTimed = figure === 'firstReply' || figure === 'nextReply' || figure === 'resolved';
  const isTarget = figure === 'firstTarget' || figure === 'nextTarget';
  return (
    <>
      {gaps > 0 && <Doubt>{t('workReport.doubts.gaps', counted(gaps, i18n.language))}</Doubt>}
      {(isTimed || isTarget) && changes.some(({ officeHours }) => officeHours) && (
        <Doubt>{t('workReport.doubts.officeHours')}</Doubt>
      )}
      {isTarget && changes.some(({ target }) => target) && <Doubt>{t('workReport.doubts.targets')}</Doubt>}
    </>
  );
}
