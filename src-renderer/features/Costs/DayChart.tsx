import { useTranslation } from 'react-i18next';
import type { CostReport } from '../../../shared/domain/cost.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { toDollars } from '../../ui/money.ts';
import styles from './DayChart.module.css';
import { type DaySum, toDayLabel } from './period.ts';

/** The measures of the drawing, in its own units. */
const chart = { width: 872, height: 148, top: 22, bottom: 22 } as const;

interface Props {
  readonly days: readonly DaySum[];
  readonly total: CostReport['total'];
}

/** One bar a day, the dearest with its sum, and the same figures as a table. */
export function DayChart({ days, total }: Props) {
  const { t, i18n } = useTranslation();
  const money = (usd: number) => toDollars(usd, i18n.language);
  const count = (number: number) => new Intl.NumberFormat(i18n.language).format(number);
  const label = (day: string) => toDayLabel(day, i18n.language);
  const most = days.reduce((a, b) => (b.usd > a.usd ? b : a), { day: '', usd: 0, calls: 0, items: 0 });
  const name = t('costs.chart', {
    from: label(days[0]?.day ?? ''),
    to: label(days.at(-1)?.day ?? ''),
    day: label(most.day || (days[0]?.day ?? '')),
    sum: money(most.usd),
  });
  return (
    <>
      <svg
        viewBox={`0 0 ${chart.width} ${chart.height}`}
        role="img"
        aria-label={name}
        className={styles.chart}
      >
        <line
          x1="0"
          x2={chart.width}
          y1={chart.height - chart.bottom}
          y2={chart.height - chart.bottom}
          className={styles.ground}
        />
        {days.map((day, index) => (
          <Bar key={day.day} day={day} index={index} count={days.length} most={most} />
        ))}
      </svg>
      <Disclosure label={t('costs.asTable')}>
        <DataTable
          caption={t('costs.perDay')}
          columns={[
            { label: t('costs.day') },
            { label: t('costs.calls'), isFigure: true },
            { label: t('costs.items'), isFigure: true },
            { label: t('costs.sum'), isFigure: true },
          ]}
          rows={days
            .filter(({ calls }) => calls > 0)
            .map(({ day, calls, items, usd }) => ({
              key: day,
              cells: [label(day), count(calls), count(items), money(usd)],
            }))}
          foot={[t('costs.total'), count(total.calls), count(total.items), money(total.usd)]}
        />
      </Disclosure>
    </>
  );
}

interface BarProps {
  readonly day: DaySum;
  readonly index: number;
  readonly count: number;
  readonly most: DaySum;
}

function Bar({ day, index, count, most }: BarProps) {
  const { i18n } = useTranslation();
  const slot = chart.width / count;
  const width = Math.min(48, slot * 0.72);
  const room = chart.height - chart.top - chart.bottom;
  const height = most.usd === 0 ? 0 : Math.max(day.usd > 0 ? 2 : 0, (day.usd / most.usd) * room);
  const ground = chart.height - chart.bottom;
  const middle = slot * (index + 0.5);
  const sum = toDollars(day.usd, i18n.language);
  const isNamed = count <= 8 || index === count - 1 || (count - 1 - index) % 7 === 0;
  const isSummed = count <= 8 ? day.usd > 0 : day.day === most.day;
  return (
    <g className={styles.day} data-most={(day.day === most.day && count > 8) || undefined}>
      <title>{`${toDayLabel(day.day, i18n.language)}: ${sum}`}</title>
      <rect x={slot * index} y="0" width={slot} height={chart.height} className={styles.slot} />
      <rect
        x={middle - width / 2}
        y={ground - height}
        width={width}
        height={height}
        rx="2"
        className={styles.bar}
      />
      {isSummed && (
        <text x={clamp(middle)} y={ground - height - 7} textAnchor="middle" className={styles.sum}>
          {sum}
        </text>
      )}
      {isNamed && (
        <text x={clamp(middle)} y={chart.height - 5} textAnchor="middle" className={styles.name}>
          {toDayLabel(day.day, i18n.language)}
        </text>
      )}
    </g>
  );
}

/** Keeps the middle of a label so far inside that none is cut off. */
function clamp(x: number): number {
  return Math.min(chart.width - 24, Math.max(24, x));
}
