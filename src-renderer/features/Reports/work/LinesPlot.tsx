import { scaleLinear, scalePoint } from '@visx/scale';
import { Circle, LinePath } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import { isLabelled, margin, plotHeight, Ticks } from '../base/plotAxes.tsx';
import reports from '../base/Reports.module.css';
import { useFormats } from '../base/useFormats.ts';
import { useGroupName } from '../base/useGroupName.ts';
import styles from './Work.module.css';

/** One line: what it counts, and its value in each step. */
export interface Line {
  readonly label: string;
  readonly values: readonly number[];
}

interface Props {
  /** The steps of the period as YYYY-MM-DD, in order. */
  readonly keys: readonly string[];
  readonly step: PeriodUnit;
  readonly lines: readonly [Line, Line];
  /** In pixels. */
  readonly width: number;
  /** Shows what is behind a point, by the indexes of its line and its step; absent where nothing can be opened, as on paper. */
  readonly onShow?: ((line: number, at: number) => void) | undefined;
}

/** Two counts over time; each line is named at its end. A click on a point leads to what is behind it; by keyboard that is what the table is for. */
export function LinesPlot({ keys, step, lines, width, onShow }: Props) {
  const { t } = useTranslation();
  const toName = useGroupName(step);
  const { toCount } = useFormats();
  const right = width - LABEL_ROOM;
  const x = scalePoint({ domain: [...keys], range: [margin.left, right], padding: 0.2 });
  const most = Math.max(1, ...lines.flatMap(({ values }) => values));
  const y = scaleLinear({ domain: [0, most], range: [plotHeight - margin.bottom, margin.top], nice: 4 });
  const name = t('workReport.linesNamed', {
    from: toName(keys[0] ?? null, null),
    to: toName(keys.at(-1) ?? null, null),
    first: toLast(lines[0], toCount),
    second: toLast(lines[1], toCount),
  });
  const places = toPlaces(lines, y);
  return (
    <svg role="img" aria-label={name} width={width} height={plotHeight}>
      <Ticks ticks={y.ticks(4).filter(Number.isInteger)} y={y} right={right} toText={toCount} />
      {lines.map(({ label, values }, index) => (
        <g key={label}>
          <LinePath
            data={[...values]}
            x={(_, at) => x(keys[at] ?? '') ?? 0}
            y={(value) => y(value)}
            className={(index === 0 ? reports.line : styles.second) ?? ''}
          />
          <text x={(x(keys.at(-1) ?? '') ?? 0) + 10} y={(places[index] ?? 0) + 4} className={reports.value}>
            {label}
          </text>
        </g>
      ))}
      {onShow && <Points keys={keys} step={step} lines={lines} x={x} y={y} onShow={onShow} />}
      {keys.map((key, index) => (
        <text key={key} x={x(key) ?? 0} y={plotHeight - 6} textAnchor="middle" className={reports.tick}>
          {isLabelled(index, keys.length, right - margin.left) ? toName(key, null) : ''}
        </text>
      ))}
    </svg>
  );
}

interface PointsProps extends Pick<Props, 'keys' | 'step' | 'lines'> {
  readonly x: (key: string) => number | undefined;
  readonly y: (value: number) => number;
  readonly onShow: (line: number, at: number) => void;
}

/** The points of the lines that have something behind them, with their values on hover. */
function Points({ keys, step, lines, x, y, onShow }: PointsProps) {
  const { t } = useTranslation();
  const toName = useGroupName(step);
  const { toCount } = useFormats();
  return lines.flatMap(({ label, values }, line) =>
    keys.map((key, at) => {
      const value = values[at] ?? 0;
      if (value === 0) return null;
      const name = t('labelled', { label, value: toCount(value) });
      return (
        <Circle
          key={`${label} ${key}`}
          cx={x(key) ?? 0}
          cy={y(value)}
          r={line === 0 ? NEAR_FIRST : NEAR_SECOND}
          className={styles.point ?? ''}
          onClick={() => onShow(line, at)}
        >
          <title>{`${toName(key, null)} · ${name}`}</title>
        </Circle>
      );
    }),
  );
}

/** How near a click has to be, in pixels: where two points coincide, the first one is a ring around the second. */
const NEAR_FIRST = 10;
const NEAR_SECOND = 6;
/** In pixels, for the names of the lines. */
const LABEL_ROOM = 104;
const LABEL_HEIGHT = 16;

const toLast = ({ label, values }: Line, toCount: (count: number) => string): string =>
  `${label} ${toCount(values.at(-1) ?? 0)}`;

/** Where the names of two lines stand so that neither covers the other. */
function toPlaces([first, second]: Props['lines'], y: (value: number) => number): [number, number] {
  const [a, b] = [y(first.values.at(-1) ?? 0), y(second.values.at(-1) ?? 0)];
  const missing = LABEL_HEIGHT - Math.abs(a - b);
  if (missing <= 0) return [a, b];
  return a <= b ? [a - missing, b] : [a, b - missing];
}
