import styles from './Reports.module.css';

/** In pixels. */
export const plotHeight = 200;
export const margin = { top: 16, right: 56, bottom: 26, left: 48 } as const;

/** Whether a point of so many has a label: as many as fit in a width in pixels, the last one always. */
export function isLabelled(index: number, count: number, width: number): boolean {
  const every = Math.max(1, Math.ceil((count * 72) / width));
  return (count - 1 - index) % every === 0;
}

interface TicksProps {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  /** Where the lines end, in pixels. */
  readonly right: number;
  readonly toText: (value: number) => string;
}

/** The lines behind a plot and their values. */
export function Ticks({ ticks, y, right, toText }: TicksProps) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1={margin.left} x2={right} y1={y(tick)} y2={y(tick)} className={styles.grid} />
      <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end" className={styles.tick}>
        {toText(tick)}
      </text>
    </g>
  ));
}
