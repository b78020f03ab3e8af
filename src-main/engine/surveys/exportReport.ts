import type { EngineParsed } from '#shared/contract/engine.ts';
import { SurveyScale } from '#shared/domain/survey.ts';
import type { CsatReport, NpsReport } from '#shared/domain/surveyReport.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { type Cell, toCsv } from '../library/csv.ts';
import { reportSurveys } from './figures/reportSurveys.ts';

const SCORES = Array.from({ length: 11 }, (_, score) => score);

const columns = [
  'scale',
  'grouped_by',
  'key',
  'name',
  'sent',
  'responses',
  'response_rate',
  'response_rate_low',
  'response_rate_high',
  'too_few',
  'result',
  'result_low',
  'result_high',
  'mean',
  ...SCORES.map((score) => `score_${score}`),
];

/**
 * The report as a table. `result` is the share of 4 and 5 for CSAT, points for NPS; it and the mean are empty where there are too few
 * responses to say. Errors are those of `reportSurveys`.
 */
export function exportReport(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  { delimiter, ...input }: EngineParsed<'reports.exportSurveys'>,
): Result<{ content: string }, AppError> {
  const report = reportSurveys(ctx, input);
  if (!report.ok) return report;
  const rows = SurveyScale.options.flatMap((scale) => {
    const { groups, ...all } = report.value[scale];
    return [
      [scale, null, null, null, ...toCells(all)],
      ...groups.map((group) => [scale, input.groupBy ?? null, group.key, group.label, ...toCells(group)]),
    ];
  });
  return ok({ content: toCsv([columns, ...rows], delimiter) });
}

type Period = Pick<CsatReport | NpsReport, 'sent' | 'responseRate' | 'figures'>;

function toCells({ sent, responseRate, figures }: Period): Cell[] {
  const result = 'nps' in figures ? figures.nps : figures.satisfied;
  const counts = new Map(figures.distribution.map(({ score, count }) => [score, count]));
  return [
    sent,
    figures.responses,
    ...toBounds(responseRate),
    figures.isTooFew,
    ...toBounds(result),
    round(figures.mean),
    ...SCORES.map((score) => counts.get(score) ?? null),
  ];
}

const toBounds = (estimate: Period['responseRate']): Cell[] =>
  estimate ? [round(estimate.value), round(estimate.low), round(estimate.high)] : [null, null, null];

/** To four decimals, more than any of these figures is worth. */
const round = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000);
