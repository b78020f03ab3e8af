import { useTranslation } from 'react-i18next';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import type { WorkStep } from '#shared/domain/workReport.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { PageSection } from '../../../ui/Page.tsx';
import { Fitted } from '../base/Fitted.tsx';
import { useGroupName } from '../base/useGroupName.ts';
import { Count } from './Count.tsx';
import { LinesPlot } from './LinesPlot.tsx';
import type { ShowCases } from './workReport.ts';

type Counted = Exclude<keyof WorkStep, 'key'>;

/** What each chart compares. */
const countsOf = {
  messages: ['received', 'replies'],
  conversations: ['opened', 'resolved'],
  backlog: ['unresolved', 'waiting'],
} as const satisfies Record<string, readonly [Counted, Counted]>;

interface Props {
  readonly of: keyof typeof countsOf;
  readonly steps: readonly WorkStep[];
  readonly step: PeriodUnit;
}

interface ShownProps extends Props {
  readonly onShow: ShowCases;
}

/** Two counts over time as a chart and as a table; each leads to its conversations. */
export function OverTime({ onShow, ...props }: ShownProps) {
  const { of } = props;
  const { t } = useTranslation();
  return (
    <PageSection title={t(`workReport.overTime.${of}`)}>
      <Fitted>{(width) => <OverTimePlot {...props} width={width} onShow={onShow} />}</Fitted>
      <Disclosure label={t('reports.asTable')}>
        <StepTable {...props} onShow={onShow} />
      </Disclosure>
    </PageSection>
  );
}

interface PlotProps extends Props {
  /** In pixels. */
  readonly width: number;
  /** Absent where nothing can be opened, as on paper. */
  readonly onShow?: ShowCases;
}

/** The chart alone. */
export function OverTimePlot({ of, steps, step, width, onShow }: PlotProps) {
  const { t } = useTranslation();
  const toAsked = useStepAsked(step);
  const [first, second] = countsOf[of];
  const toLine = (count: Counted) => ({
    label: t(`workReport.counts.${count}`),
    values: steps.map((one) => one[count]),
  });
  const show = (line: number, at: number) => {
    const [figure, key] = [countsOf[of][line], steps[at]?.key];
    if (figure !== undefined && key !== undefined) onShow?.(toAsked(figure, key));
  };
  const keys = steps.map(({ key }) => key);
  return (
    <LinesPlot
      keys={keys}
      step={step}
      lines={[toLine(first), toLine(second)]}
      width={width}
      onShow={onShow && show}
    />
  );
}

/** Returns what is asked for behind a count of a step. */
function useStepAsked(unit: PeriodUnit) {
  const toName = useGroupName(unit);
  return (figure: Counted, key: string) => ({ figure, part: toName(key, null), step: { unit, key } });
}

function StepTable({ of, steps, step, onShow }: ShownProps) {
  const { t } = useTranslation();
  const toName = useGroupName(step);
  const toAsked = useStepAsked(step);
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
        cells: [
          toName(one.key, null),
          ...countsOf[of].map((count) => (
            <Count key={count} number={one[count]} asked={toAsked(count, one.key)} onShow={onShow} />
          )),
        ],
      }))}
    />
  );
}
