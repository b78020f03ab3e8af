import { scaleLinear, scalePoint } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import type { SurveyScale } from '#shared/domain/survey.ts';
import type { Estimate } from '#shared/domain/surveyFigures.ts';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import keyFigures from '../../ui/Figures.module.css';
import { isLabelled, margin, plotHeight, Ticks } from './base/plotAxes.tsx';
import styles from './base/Reports.module.css';
import { toEveryStep } from './base/reportPeriod.ts';
import { useFormats } from './base/useFormats.ts';
import { useGroupName } from './base/useGroupName.ts';
import { type Group, toMain, toScale } from './report.ts';

interface Props {
  readonly groups: readonly Group[];
  readonly step: PeriodUnit;
  /** In pixels. */
  readonly width: number;
}

/** The figure over time with its interval; a day, week or month with too few responses is a gap. */
export function TrendPlot({ groups, step, width }: Props) {
  const { t } = useTranslation();
  const points = toPoints(groups, step);
  const known = points.flatMap(({ estimate }) => estimate ?? []);
  const scale = groups[0] ? toScale(groups[0].figures) : 'csat';
  return known.length > 0 ? (
    <Trend points={points} known={known} scale={scale} step={step} width={width} />
  ) : (
    <p className={keyFigures.small}>{t('reports.trendTooFew')}</p>
  );
}

interface Point {
  readonly key: string;
  readonly estimate: Estimate | null;
}

function toPoints(groups: readonly Group[], step: PeriodUnit): Point[] {
  const byKey = new Map(groups.map(({ key, figures }) => [key, toMain(figures)]));
  const keys = groups.flatMap(({ key }) => key ?? []);
  return toEveryStep(keys, step).map((key) => ({ key, estimate: byKey.get(key) ?? null }));
}

interface TrendProps {
  readonly points: readonly Point[];
  readonly known: readonly Estimate[];
  readonly scale: SurveyScale;
  readonly step: PeriodUnit;
  readonly width: number;
}

function Trend({ points, known, scale, step, width }: TrendProps) {
  const { t } = useTranslation();
  const toName = useGroupName(step);
  const { toFigure } = useFormats();
  const { x, y } = toAxes(points, known, width);
  const [first, last] = [known[0], known.at(-1)];
  const name = t('reports.trendNamed', {
    from: toName(points[0]?.key ?? null, null),
    to: toName(points.at(-1)?.key ?? null, null),
    first: first ? toFigure(scale, first.value) : '–',
    last: last ? toFigure(scale, last.value) : '–',
  });
  return (
    <svg role="img" aria-label={name} width={width} height={plotHeight}>
      <Ticks
        ticks={y.ticks(4)}
        y={y}
        right={width - margin.right}
        toText={(value) => toFigure(scale, value)}
      />
      <Line points={points} x={x} y={y} />
      {points.map((point, index) => (
        <Dot
          key={point.key}
          x={x(point.key) ?? 0}
          y={y}
          estimate={point.estimate}
          label={
            isLabelled(index, points.length, width - margin.left - margin.right)
              ? toName(point.key, null)
              : ''
          }
          value={point.estimate === last && last ? toFigure(scale, last.value) : ''}
        />
      ))}
    </svg>
  );
}

function toAxes(points: readonly Point[], known: readonly Estimate[], width: number) {
  const bounds = [Math.min(...known.map(({ low }) => low)), Math.max(...known.map(({ high }) => high))];
  return {
    x: scalePoint({
      domain: points.map(({ key }) => key),
      range: [margin.left, width - margin.right],
      padding: 0.5,
    }),
    y: scaleLinear({ domain: bounds, range: [plotHeight - margin.bottom, margin.top], nice: 4 }),
  };
}

interface LineProps {
  readonly points: readonly Point[];
  readonly x: (key: string) => number | undefined;
  readonly y: (value: number) => number;
}

/** The figure and its interval, with a gap where there are too few to say. */
function Line({ points, x, y }: LineProps) {
  const common = {
    data: [...points],
    defined: ({ estimate }: Point) => estimate !== null,
    x: ({ key }: Point) => x(key) ?? 0,
  };
  return (
    <>
      <Area
        {...common}
        y0={({ estimate }) => y(estimate?.low ?? 0)}
        y1={({ estimate }) => y(estimate?.high ?? 0)}
        className={styles.band ?? ''}
      />
      <LinePath {...common} y={({ estimate }) => y(estimate?.value ?? 0)} className={styles.line ?? ''} />
    </>
  );
}

interface DotProps {
  readonly x: number;
  readonly y: (value: number) => number;
  readonly estimate: Estimate | null;
  readonly label: string;
  readonly value: string;
}

/** A point with the bounds of its interval, and what is written at it. */
function Dot({ x, y, estimate, label, value }: DotProps) {
  return (
    <g>
      {estimate && (
        <>
          <line x1={x} x2={x} y1={y(estimate.low)} y2={y(estimate.high)} className={styles.whisker} />
          <circle cx={x} cy={y(estimate.value)} r={4} className={styles.dot} />
          <text x={x + 9} y={y(estimate.value) + 4} className={styles.value}>
            {value}
          </text>
        </>
      )}
      <text x={x} y={plotHeight - 6} textAnchor="middle" className={styles.tick}>
        {label}
      </text>
    </g>
  );
}
