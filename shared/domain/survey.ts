import { z } from 'zod';

/** What a survey asks: NPS, how likely one is to recommend, 0 to 10; or CSAT, how satisfied one is, 1 to 5. */
export const SurveyScale = z.enum(['nps', 'csat']);
export type SurveyScale = z.infer<typeof SurveyScale>;

/** The lowest and the highest score of each scale. */
export const scoreRange = { nps: { min: 0, max: 10 }, csat: { min: 1, max: 5 } } as const satisfies Record<
  SurveyScale,
  { readonly min: number; readonly max: number }
>;

/** How high a score is. */
export const ScoreBand = z.enum(['low', 'middle', 'high']);
export type ScoreBand = z.infer<typeof ScoreBand>;

/** The lowest score of each band but the low one. */
const bands = { nps: { high: 9, middle: 7 }, csat: { high: 4, middle: 3 } } as const;

export function toScoreBand(scale: SurveyScale, score: number): ScoreBand {
  if (score >= bands[scale].high) return 'high';
  return score >= bands[scale].middle ? 'middle' : 'low';
}

/** From this confidence on a score counts by itself; below it, an agent is asked. */
export const SURE_ENOUGH = 0.8;

/** Why a response to a survey does not count by itself. */
export const SurveyDoubt = z.enum([
  /** "7 or 8", "between 6 and 7". */
  'range',
  /** Two scores, and no word that corrects the first. */
  'several',
  /** "maybe 7", "not a 10", "9?", "10 if you refund me". */
  'hedged',
  /** A high score among harsh words, or a low one among praise. */
  'contradiction',
  /** "11/10", "-5", or 8 where 5 is the highest. */
  'outOfRange',
  /** "4/5" or five stars where 10 is the highest; a thumb where a number was asked for. */
  'otherScale',
  /** A number, a thumb or a face among words that may mean something else. */
  'unclear',
]);
export type SurveyDoubt = z.infer<typeof SurveyDoubt>;

/** What a person's words say in response to a survey. */
export const SurveyReading = z.object({
  /** A whole number of the scale, or null. Null without a `doubt` means that the text is no response to a survey. */
  score: z.int().nullable(),
  /** How sure the reading is, 0 to 1; 0 without a score. */
  confidence: z.number().min(0).max(1),
  /** What was said beside the score, without handles and links. */
  comment: z.string().optional(),
  /** The person wants no further surveys. May stand beside a score. */
  optOut: z.boolean(),
  /** The score was rounded, halves up. */
  rounded: z.literal(true).optional(),
  /** What was written, if the score was rounded: 7.5. */
  exact: z.number().optional(),
  doubt: SurveyDoubt.optional(),
});
export type SurveyReading = z.infer<typeof SurveyReading>;
