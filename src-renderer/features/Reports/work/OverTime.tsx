import { useTranslation } from 'react-i18next';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import type { WorkStep } from '#shared/domain/workReport.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { PageSection } from '../../../ui/Page.tsx';
import { Fitted } from '../base/Fitted.tsx';
import { useFormats } from '../base/useFormats.ts';
import { useGroupName } from '../base/useGroupName.ts';
import { LinesPlot } from './LinesPlot.tsx';

type Count = Exclude<keyof WorkStep, 'key'>;

/** What each chart compares. */
const countsOf = {
  messages: ['received', 'replies'],
  conversations: ['opened', 'resolved'],
  backlog: ['unresolved', 'waiting'],
} as const satisfies Record<string, readonly [Count, Count]>;

interface Props {
  readonly of: keyof typeof countsOf;
  readonly steps: readonly WorkStep[];
  readonly step: PeriodUnit;
}

/** Two counts over time as a chart and as a table. */
export function OverTime({ of, steps, step }: Props) {
  const { t } = useTranslation();
  return (
    <PageSection title={t(`workReport.overTime.${of}`)}>
      <Fitted>{(width) => <OverTimePlot of={of} steps={steps} step={step} width={width} />}</Fitted>
      <Disclosure label={t('reports.asTable')}>
        <StepTable of={of} steps={steps} step={step} />
      </Disclosure>
    </PageSection>
  );
}

/** The chart alone, in a width in pixels. */
export function OverTimePlot({ of, steps, step, width }: Props & { readonly width: number }) {
  const { t } = useTranslation();
  const [first, second] = countsOf[of];
  const toLine = (count: Count) => ({
    label: t(`workReport.counts.${count}`),
    values: steps.map((one) => one[count]),
  });
  const keys = steps.map(({ key }) => key);
  return <LinesPlot keys={keys} step={step} lines={[toLine(first), toLine(second)]} width={width} />;
}

function StepTable({ of, steps, step }: Props) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  const toName = useGroupName(step);
  return (
    <DataTable
      caption={t(`workReport.overTime.${of}`)}
      columns={[
        { label: t(`reports.groups.${step}`) },
        ...countsOf[of].map((count) => ({
          label: t(`workReport.counts.${count}`),
          variant: 'figure' as const,
        })),
      ]}
      rows={steps.map((one) => ({
        key: one.key,
        cells: [toName(one.key, null), ...countsOf[of].map((count) => toCount(one[count]))],
      }))}
    />
  );
}
