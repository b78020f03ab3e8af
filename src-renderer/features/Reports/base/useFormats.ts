import { useTranslation } from 'react-i18next';
import type { SurveyScale } from '#shared/domain/survey.ts';
import type { Estimate } from '#shared/domain/surveyFigures.ts';
import { toHoursAndMinutes } from '../../../ui/time.ts';

/** Figures in the customs of the language; one that is not known is a dash. */
export function useFormats() {
  const { language } = useTranslation().i18n;
  const count = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const points = new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 0 });
  const mean = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const toShare = (share: number | undefined) => (share === undefined ? '–' : percent.format(share));
  const toFigure = (scale: SurveyScale, value: number) =>
    scale === 'csat' ? percent.format(value) : points.format(value);
  return {
    toCount: (number: number) => count.format(number),
    toShare,
    toTime: (ms: number | null | undefined) => (ms == null ? '–' : toHoursAndMinutes(ms, language)),
    toMean: (value: number | null) => (value === null ? '–' : mean.format(value)),
    /** CSAT as a share, NPS in points with its sign. */
    toFigure,
    /** From low to high. */
    toInterval: (scale: SurveyScale, estimate: Estimate | null) =>
      estimate === null ? '–' : `${toFigure(scale, estimate.low)} – ${toFigure(scale, estimate.high)}`,
    /** The difference of two figures; of CSAT in points of a percentage. */
    toDifference: (scale: SurveyScale, value: number) =>
      points.format(scale === 'csat' ? value * 100 : value),
  };
}
