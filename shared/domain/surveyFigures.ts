import { z } from 'zod';

/** With fewer responses a figure says nothing; the settings may ask for more. */
export const FEWEST_RESPONSES = 10;

/** A value with the bounds of its 95 % interval. */
export const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Estimate = z.infer<typeof Estimate>;

/** How often each score was given, from the lowest to the highest of the scale. */
export const Distribution = z.array(z.object({ score: z.int(), count: z.int().min(0) }));
export type Distribution = z.infer<typeof Distribution>;

const counts = {
  responses: z.int().min(0),
  distribution: Distribution,
  /** There are too few responses to say: every figure but the counts is null. */
  isTooFew: z.boolean(),
  mean: z.number().nullable(),
};

/** What CSAT responses say. */
export const CsatFigures = z.object({
  ...counts,
  /** The share of 4 and 5, 0 to 1, with Wilson's interval. */
  satisfied: Estimate.nullable(),
});
export type CsatFigures = z.infer<typeof CsatFigures>;

/** What NPS responses say. */
export const NpsFigures = z.object({
  ...counts,
  /** 9 and 10. */
  promoters: z.int().min(0),
  /** 7 and 8. */
  passives: z.int().min(0),
  /** 0 to 6. */
  detractors: z.int().min(0),
  /** Points from -100 to 100, with the adjusted-Wald interval of Lewis and Sauro. */
  nps: Estimate.nullable(),
});
export type NpsFigures = z.infer<typeof NpsFigures>;

/** What a comparison of two periods says. */
export const SurveyComparison = z.object({
  /**
   * Whether the first is higher or lower than the one it is compared with. `chance`: the difference could be chance. `tooFew`: one period
   * has too few responses.
   */
  verdict: z.enum(['higher', 'lower', 'chance', 'tooFew']),
  /** The period minus the one it is compared with: a share for CSAT, points for NPS. Null where there are too few. */
  difference: Estimate.nullable(),
  /** How often chance alone makes a difference this large, 0 to 1. */
  pValue: z.number().nullable(),
});
export type SurveyComparison = z.infer<typeof SurveyComparison>;
