import type { EngineOutput } from '#shared/contract/engine.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import type { Estimate } from '#shared/domain/surveyFigures.ts';

type Both = EngineOutput<'reports.surveys'>;

/** The report of one scale. */
export type Report = Both['csat'] | Both['nps'];
export type Group = Report['groups'][number];
export type Figures = Report['figures'];

/** The figure that a scale is about: the share of the satisfied, 0 to 1, or the NPS, -100 to 100; null if there are too few to say. */
export function toMain(figures: Figures): Estimate | null {
  return 'nps' in figures ? figures.nps : figures.satisfied;
}

/** The scale of some figures. */
export function toScale(figures: Figures): SurveyScale {
  return 'nps' in figures ? 'nps' : 'csat';
}
