import { useTranslation } from 'react-i18next';
import type { Quantile, WorkFigures } from '#shared/domain/workReport.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useFormats } from '../base/useFormats.ts';
import type { WorkReport } from './workReport.ts';

const rows = ['firstReply', 'nextReply', 'resolved'] as const;

/** The times of a report with their intervals, for a page without room for more. */
export function TimesTable({ report: { figures, comparison } }: { readonly report: WorkReport }) {
  const { t } = useTranslation();
  const { toCount, toTime } = useFormats();
  const withInterval = useIntervals();
  return (
    <DataTable
      caption={t('workReport.times.title')}
      columns={[
        { label: t('workReport.times.title'), variant: 'nowrap' },
        { label: t('workReport.number'), variant: 'figure' },
        { label: t('workReport.median'), variant: 'figure' },
        { label: t('workReport.medianBefore'), variant: 'figure' },
        { label: t('workReport.p90'), variant: 'figure' },
        { label: t('workReport.inTarget'), variant: 'figure' },
      ]}
      rows={rows.map((of) => ({
        key: of,
        cells: [
          t(`workReport.times.${of}`),
          toCount(figures[of].cases),
          withInterval.time(figures[of].medianMs),
          toTime(comparison?.figures[of].medianMs?.value),
          toTime(figures[of].p90Ms?.value),
          of === 'resolved' ? '' : withInterval.share(figures[of].inTarget),
        ],
      }))}
    />
  );
}

/** A figure and behind it its interval, if there is one. */
function useIntervals() {
  const { toTime, toShare, toInterval } = useFormats();
  return {
    time: (quantile: Quantile | null) => {
      const { value, low, high } = quantile ?? {};
      const isKnown = low != null && high != null;
      return isKnown ? `${toTime(value)} (${toTime(low)} – ${toTime(high)})` : toTime(value);
    },
    share: ({ share }: WorkFigures['fromLibrary']) =>
      share ? `${toShare(share.value)} (${toInterval('csat', share)})` : toShare(undefined),
  };
}
