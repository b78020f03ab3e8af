import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import { toScoreBand } from '#shared/domain/survey.ts';
import type { NpsFigures } from '#shared/domain/surveyFigures.ts';
import styles from './base/Reports.module.css';
import { useFormats } from './base/useFormats.ts';
import { type Figures, toScale } from './report.ts';

const height = 150;
const foot = 24;
const head = 20;

interface Props {
  readonly figures: Figures;
  /** In pixels. */
  readonly width: number;
}

/** How often each score was given, as bars with their counts. */
export function ScoreBars({ figures, width }: Props) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  const { distribution, responses } = figures;
  const scale = toScale(figures);
  const most = Math.max(1, ...distribution.map(({ count }) => count));
  const x = scaleBand({ domain: distribution.map(({ score }) => score), range: [0, width], padding: 0.25 });
  const y = scaleLinear({ domain: [0, most], range: [height - foot, head] });
  const mode = distribution.find(({ count }) => count === most);
  const name = t('reports.scoresNamed', { count: responses, score: mode?.score ?? 0, times: toCount(most) });
  return (
    <svg role="img" aria-label={name} width={width} height={height}>
      {distribution.map(({ score, count }) => {
        const left = x(score) ?? 0;
        const middle = left + x.bandwidth() / 2;
        return (
          <g key={score} data-band={toScoreBand(scale, score)}>
            <Bar
              x={left}
              y={Math.min(y(count), height - foot - 1)}
              width={x.bandwidth()}
              height={Math.max(1, height - foot - y(count))}
              rx={2}
              className={styles.bar ?? ''}
            />
            <text x={middle} y={y(count) - 6} textAnchor="middle" className={styles.value}>
              {count > 0 && toCount(count)}
            </text>
            <text x={middle} y={height - 6} textAnchor="middle" className={styles.tick}>
              {score}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** The three groups of which an NPS consists. */
export function Bands({ figures }: { readonly figures: NpsFigures }) {
  const { t } = useTranslation();
  const { toCount, toShare } = useFormats();
  const { responses } = figures;
  return (
    <ul className={styles.bands}>
      {(['detractors', 'passives', 'promoters'] as const).map((band) => (
        <li key={band}>
          {t('labelled', {
            label: t(`reports.bands.${band}`),
            value: `${toCount(figures[band])} (${toShare(figures[band] / responses)})`,
          })}
        </li>
      ))}
    </ul>
  );
}
