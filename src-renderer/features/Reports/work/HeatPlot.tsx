import { scaleBand } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import type { HeatMap } from '#shared/domain/workReport.ts';
import reports from '../base/Reports.module.css';
import { useFormats } from '../base/useFormats.ts';
import { useHourNames } from './useHourNames.ts';
import styles from './Work.module.css';
import type { ShowCases } from './workReport.ts';

const ROW = 22;
const LEFT = 48;
const FOOT = 22;
const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);
/** In pixels; below it only every other hour has room for its name. */
const NARROW = 480;
/** What has no count is still seen as a cell. */
const PALEST = 0.06;

interface Props {
  readonly map: HeatMap;
  /** In pixels. */
  readonly width: number;
  /** What it counts. */
  readonly figure?: 'received' | 'replies';
  /** Absent where nothing can be opened, as on paper. */
  readonly onShow?: ShowCases;
}

/** A cell for each hour of the week: the more, the darker. A click leads to its conversations; by keyboard that is what the table is for. */
export function HeatPlot({ map, width, figure = 'received', onShow }: Props) {
  const name = useMapName(map);
  const { days, toHour, toHourName } = useHourNames();
  const x = scaleBand({ domain: hoursOfDay, range: [LEFT, width], padding: 0.08 });
  const most = Math.max(1, findBusiest(map).count);
  return (
    <svg role="img" aria-label={name} width={width} height={ROW * 7 + FOOT}>
      {map.map((row, day) => (
        <g key={days[day]}>
          <text x={0} y={day * ROW + 15} className={reports.tick}>
            {days[day]}
          </text>
          <Cells
            row={row}
            day={day}
            x={x}
            most={most}
            onShow={
              onShow &&
              ((hour) => onShow({ figure, part: toHourName(day, hour), hour: { weekday: day + 1, hour } }))
            }
          />
        </g>
      ))}
      {hoursOfDay
        .filter((hour) => hour % (width < NARROW ? 6 : 3) === 0)
        .map((hour) => (
          <text key={hour} x={x(hour) ?? 0} y={ROW * 7 + 14} className={reports.tick}>
            {toHour(hour)}
          </text>
        ))}
    </svg>
  );
}

function useMapName(map: HeatMap): string {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  const { days, toHour } = useHourNames();
  const { day, hour, count } = findBusiest(map);
  if (count === 0) return t('workReport.noHours');
  const words = { day: days[day] ?? '', hour: toHour(hour), number: toCount(count) };
  return t('workReport.hoursNamed', words);
}

interface CellsProps {
  readonly row: HeatMap[number];
  /** Counted from 0 for Monday. */
  readonly day: number;
  readonly x: ReturnType<typeof scaleBand<number>>;
  readonly most: number;
  readonly onShow: ((hour: number) => void) | undefined;
}

/** The hours of a day, with their counts on hover. */
function Cells({ row, day, x, most, onShow }: CellsProps) {
  const { toCount } = useFormats();
  const { toHourName } = useHourNames();
  return row.map((count, hour) => (
    <Bar
      // biome-ignore lint/suspicious/noArrayIndexKey: each place is an hour
      key={hour}
      x={x(hour) ?? 0}
      y={day * ROW}
      width={x.bandwidth()}
      height={ROW - 3}
      rx={2}
      className={styles.cell ?? ''}
      {...(onShow && count > 0 ? { 'data-shows': true, onClick: () => onShow(hour) } : {})}
      fillOpacity={PALEST + (1 - PALEST) * (count / most)}
    >
      <title>{`${toHourName(day, hour)}: ${toCount(count)}`}</title>
    </Bar>
  ));
}

function findBusiest(map: HeatMap) {
  const cells = map.flatMap((row, day) => row.map((count, hour) => ({ day, hour, count })));
  return cells.reduce((a, b) => (b.count > a.count ? b : a), { day: 0, hour: 0, count: 0 });
}
