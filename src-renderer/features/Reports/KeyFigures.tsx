import { useTranslation } from 'react-i18next';
import { type SurveyScale, scoreRange } from '#shared/domain/survey.ts';
import type { Estimate } from '#shared/domain/surveyFigures.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import keyFigures from '../../ui/Figures.module.css';
import styles from './base/Reports.module.css';
import { useFormats } from './base/useFormats.ts';
import { type Report, toMain, toScale } from './report.ts';

/** The figure of the period with its interval, how many responded, and what the period before says about it. */
export function KeyFigures({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const { toMean } = useFormats();
  const { figures } = report;
  return (
    <dl className={`${keyFigures.figures} ${styles.narrow}`}>
      <Main report={report} />
      <ResponseRate report={report} />
      <div>
        <dt>{t('reports.mean')}</dt>
        <dd className={keyFigures.large} data-figures>
          {toMean(figures.mean)}
        </dd>
        <dd className={keyFigures.small}>{t('reports.outOf', { max: scoreRange[toScale(figures)].max })}</dd>
      </div>
    </dl>
  );
}

interface Props {
  readonly report: Report;
}

function Main({ report }: Props) {
  const { t } = useTranslation();
  const { toFigure } = useFormats();
  const scale = toScale(report.figures);
  const main = toMain(report.figures);
  return (
    <div>
      <dt>{t(`reports.main.${scale}`)}</dt>
      <dd className={keyFigures.large} data-figures>
        {main ? toFigure(scale, main.value) : '–'}
      </dd>
      {main ? <Likely scale={scale} estimate={main} /> : <TooFew responses={report.figures.responses} />}
      <Verdict report={report} />
    </div>
  );
}

function ResponseRate({ report: { sent, responseRate, figures } }: Props) {
  const { t } = useTranslation();
  const { toCount, toShare } = useFormats();
  return (
    <div>
      <dt>{t('reports.responseRate')}</dt>
      <dd className={keyFigures.large} data-figures>
        {toShare(responseRate?.value)}
      </dd>
      <dd className={keyFigures.small}>
        {t('reports.responsesOf', { responses: toCount(figures.responses), sent: toCount(sent) })}
      </dd>
      {responseRate && <Likely scale="csat" estimate={responseRate} />}
    </div>
  );
}

interface LikelyProps {
  /** How the estimate is written: as a share or in points. */
  readonly scale: SurveyScale;
  readonly estimate: Estimate;
}

function Likely({ scale, estimate }: LikelyProps) {
  const { t } = useTranslation();
  const { toInterval } = useFormats();
  return (
    <dd className={keyFigures.small} title={t('reports.intervalHint')}>
      {t('reports.interval', { interval: toInterval(scale, estimate) })}
    </dd>
  );
}

function TooFew({ responses }: { readonly responses: number }) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  const minimum = useEngineQuery('surveys.settings', {}).data?.minimumForFigures;
  if (minimum === undefined) return null;
  return (
    <dd className={keyFigures.small}>
      {t('reports.tooFew', { responses: toCount(responses), minimum: toCount(minimum) })}
    </dd>
  );
}

/** Whether the difference to the period before could be chance, in words. */
function Verdict({ report: { comparison, figures } }: Props) {
  const { t } = useTranslation();
  const { toFigure, toDifference } = useFormats();
  if (!comparison) return null;
  const scale = toScale(figures);
  const before = toMain(comparison.figures);
  const { verdict, difference } = comparison;
  if (verdict === 'tooFew' || !before || !difference)
    return <dd className={styles.verdict}>{t('reports.verdict.tooFew')}</dd>;
  const words = {
    before: toFigure(scale, before.value),
    difference: toDifference(scale, difference.value),
    low: toDifference(scale, difference.low),
    high: toDifference(scale, difference.high),
  };
  return (
    <dd className={styles.verdict} data-verdict={verdict}>
      {t(`reports.verdict.${verdict}`, words)}
    </dd>
  );
}
