import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Named } from '../../../ui/Named.tsx';
import { PageSection } from '../../../ui/Page.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { Fitted } from '../base/Fitted.tsx';
import { useFormats } from '../base/useFormats.ts';
import { HeatPlot } from './HeatPlot.tsx';
import { useHourNames } from './useHourNames.ts';
import type { WorkReport } from './workReport.ts';

const kinds = ['received', 'replies'] as const;

/** At which hours of the week people write and get replies, as a heat map and as a table. */
export function BusyHours({ hours }: Pick<WorkReport, 'hours'>) {
  const { t } = useTranslation();
  const [of, setOf] = useState<(typeof kinds)[number]>('received');
  const choices = kinds.map((value) => ({ value, label: t(`workReport.counts.${value}`) }));
  return (
    <PageSection
      title={t('workReport.hours')}
      aside={
        <Named label={t('workReport.hours')}>
          {(id) => <Segments labelledBy={id} value={of} choices={choices} onChange={setOf} />}
        </Named>
      }
    >
      <Fitted>{(width) => <HeatPlot map={hours[of]} width={width} />}</Fitted>
      <Disclosure label={t('reports.asTable')}>
        <HourTable map={hours[of]} />
      </Disclosure>
    </PageSection>
  );
}

function HourTable({ map }: { readonly map: WorkReport['hours']['received'] }) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  const { days, toHour } = useHourNames();
  return (
    <DataTable
      caption={t('workReport.hours')}
      columns={[
        { label: t('workReport.hour') },
        ...days.map((label) => ({ label, variant: 'figure' as const })),
      ]}
      rows={Array.from({ length: 24 }, (_, hour) => ({
        key: String(hour),
        cells: [toHour(hour), ...map.map((row) => toCount(row[hour] ?? 0))],
      }))}
    />
  );
}
