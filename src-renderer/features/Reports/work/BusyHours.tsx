import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeatMap } from '#shared/domain/workReport.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Named } from '../../../ui/Named.tsx';
import { PageSection } from '../../../ui/Page.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { Fitted } from '../base/Fitted.tsx';
import { Count } from './Count.tsx';
import { HeatPlot } from './HeatPlot.tsx';
import { useHourNames } from './useHourNames.ts';
import type { ShowCases, WorkReport } from './workReport.ts';

const kinds = ['received', 'replies'] as const;

interface Props extends Pick<WorkReport, 'hours'> {
  readonly onShow: ShowCases;
}

/** At which hours of the week people write and get replies, as a heat map and as a table; each hour leads to its conversations. */
export function BusyHours({ hours, onShow }: Props) {
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
      <Fitted>{(width) => <HeatPlot map={hours[of]} width={width} figure={of} onShow={onShow} />}</Fitted>
      <Disclosure label={t('reports.asTable')}>
        <HourTable map={hours[of]} figure={of} onShow={onShow} />
      </Disclosure>
    </PageSection>
  );
}

interface TableProps {
  readonly map: HeatMap;
  readonly figure: (typeof kinds)[number];
  readonly onShow: ShowCases;
}

function HourTable({ map, figure, onShow }: TableProps) {
  const { t } = useTranslation();
  const { days, toHour, toHourName } = useHourNames();
  return (
    <DataTable
      caption={t('workReport.hours')}
      columns={[
        { label: t('workReport.hour') },
        ...days.map((label) => ({ label, variant: 'figure' as const })),
      ]}
      rows={Array.from({ length: 24 }, (_, hour) => ({
        key: String(hour),
        cells: [
          toHour(hour),
          ...map.map((row, index) => (
            <Count
              key={days[index]}
              number={row[hour] ?? 0}
              asked={{ figure, part: toHourName(index, hour), hour: { weekday: index + 1, hour } }}
              onShow={onShow}
            />
          )),
        ],
      }))}
    />
  );
}
