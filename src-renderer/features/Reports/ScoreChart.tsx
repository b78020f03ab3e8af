import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import { toScoreBand } from '#shared/domain/survey.ts';
import type { NpsFigures } from '#shared/domain/surveyFigures.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { PageSection } from '../../ui/Page.tsx';
import styles from './Reports.module.css';
import { type Figures, toScale } from './report.ts';
import { useFormats } from './useFormats.ts';
import { useWidth } from './useWidth.ts';

const height = 150;
const foot = 24;
const head = 20;

/** How often each score was given, as bars with their counts. */
export function ScoreChart({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  if (figures.responses === 0) return null;
  return (
    <PageSection title={t('reports.scores')}>
      <Bars figures={figures} />
      {'nps' in figures && <Bands figures={figures} />}
      <Disclosure label={t('reports.asTable')}>
        <ScoreTable figures={figures} />
      </Disclosure>
    </PageSection>
  );
}

function Bars({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  const [box, width] = useWidth();
  const { distribution, responses } = figures;
  const scale = toScale(figures);
  const most = Math.max(1, ...distribution.map(({ count }) => count));
  const x = scaleBand({ domain: distribution.map(({ score }) => score), range: [0, width], padding: 0.25 });
  const y = scaleLinear({ domain: [0, most], range: [height - foot, head] });
  const mode = distribution.find(({ count }) => count === most);
  const name = t('reports.scoresNamed', { count: responses, score: mode?.score ?? 0, times: toCount(most) });
  return (
    <div ref={box} className={styles.chart}>
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
    </div>
  );
}

/** The three groups of which an NPS consists. */
function Bands({ figures }: { readonly figures: NpsFigures }) {
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

function ScoreTable({ figures: { distribution, responses } }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  const { toCount, toShare } = useFormats();
  return (
    <DataTable
      caption={t('reports.scores')}
      columns={[
        { label: t('surveys.scoring.score') },
        { label: t('reports.responses'), variant: 'figure' },
        { label: t('costs.share'), variant: 'figure' },
      ]}
      rows={distribution.map(({ score, count }) => ({
        key: String(score),
        cells: [score, toCount(count), toShare(count / responses)],
      }))}
    />
  );
}
