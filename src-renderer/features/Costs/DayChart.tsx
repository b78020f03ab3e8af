import { useTranslation } from 'react-i18next';
import { toDollars } from '../../ui/money.ts';
import { type DaySum, toDayLabel } from '../../ui/period.ts';
import styles from './DayChart.module.css';

/** Up to this many days, each bar has room for its sum. */
const fewDays = 8;

/** One bar per day. The highest bar shows its sum; with few days every bar does. */
export function DayChart({ days }: { readonly days: readonly DaySum[] }) {
  const { t, i18n } = useTranslation();
  const label = (day: string | undefined) => (day === undefined ? '' : toDayLabel(day, i18n.language));
  const most = days.reduce((a, b) => (b.usd > a.usd ? b : a), { day: '', usd: 0, calls: 0, items: 0 });
  const name = t('costs.chart', {
    from: label(days[0]?.day),
    to: label(days.at(-1)?.day),
    day: label(most.day || days[0]?.day),
    sum: toDollars(most.usd, i18n.language),
  });
  return (
    <div role="img" aria-label={name} className={styles.chart} data-many={days.length > fewDays || undefined}>
      {days.map((day, index) => (
        <Bar key={day.day} day={day} daysLeft={days.length - 1 - index} count={days.length} most={most} />
      ))}
    </div>
  );
}

interface BarProps {
  readonly day: DaySum;
  /** How many days follow this one. */
  readonly daysLeft: number;
  /** How many days the chart has. */
  readonly count: number;
  readonly most: DaySum;
}

function Bar({ day, daysLeft, count, most }: BarProps) {
  const { i18n } = useTranslation();
  const isMost = day.day === most.day;
  const areFew = count <= fewDays;
  const share = most.usd === 0 ? 0 : day.usd / most.usd;
  const label = toDayLabel(day.day, i18n.language);
  const sum = toDollars(day.usd, i18n.language);
  return (
    <div className={styles.day} data-most={(isMost && !areFew) || undefined} title={`${label}: ${sum}`}>
      <span className={styles.room}>
        {(areFew ? day.usd > 0 : isMost) && <span className={styles.sum}>{sum}</span>}
        <span className={styles.bar} style={{ height: `${share * 100}%` }} data-spent={day.usd > 0} />
      </span>
      <span className={styles.name}>{areFew || daysLeft % 7 === 0 ? label : ''}</span>
    </div>
  );
}
