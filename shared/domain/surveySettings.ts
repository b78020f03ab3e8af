import { z } from 'zod';
import { ReplyLanguage } from './replyLanguage.ts';
import { ScoreBand } from './survey.ts';
import { FEWEST_RESPONSES } from './surveyFigures.ts';
import { SurveyRule } from './surveyRule.ts';

const line = z.string().trim().min(1).max(500);
const thanks = z.string().trim().max(500);
const questions = z.array(line).min(1).max(5);

/** What a survey says in one language: written texts with the variables of the library (variables.ts). */
export const SurveyTexts = z.strictObject({
  introduction: z.string().trim().max(500),
  /** The wordings of each question; `variant` of a survey is the place of one. */
  nps: questions,
  csat: questions,
  /** Instead of the introduction where the question is asked again. */
  reminder: line,
  /** Before the link to the privacy policy. */
  privacy: line,
  /** How to have no more surveys. */
  optOut: line,
  /** After a score, by how high it is; empty for none. */
  thanks: z.strictObject({ low: thanks, middle: thanks, high: thanks }),
  /** Below the thanks, once, to those who gave a score of `freeTextAfter` and no comment; empty for nobody. */
  freeText: thanks,
  /** Once, to those who want no more surveys. */
  optOutConfirmation: line,
});
export type SurveyTexts = z.infer<typeof SurveyTexts>;

const hour = z.number().int().min(0).max(23);

/** How a workspace asks. */
export const SurveySettings = z.strictObject({
  texts: z.record(ReplyLanguage, SurveyTexts),
  /** The address of the privacy policy, which X asks for; empty for none. */
  privacyLink: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  /** How many days a person is not asked again. */
  periodDays: z.number().int().min(1).max(365),
  /** For so many days after the question a score counts. */
  expiryDays: z.number().int().min(1).max(90),
  /** With fewer responses reports show no figure. */
  minimumForFigures: z.number().int().min(FEWEST_RESPONSES).max(1_000),
  /** Between these hours of the day nobody is asked, by the clocks where the person lives; the same hour twice for never. */
  quietFrom: hour,
  quietTo: hour,
  rule: SurveyRule,
  /** Whether people without a response are asked again, once, and how many days after the question; the days of `expiryDays` must be more. */
  reminds: z.boolean(),
  remindAfterDays: z.number().int().min(1).max(30),
  /** After which scores people are asked for a comment. */
  freeTextAfter: z
    .array(ScoreBand)
    .refine((bands) => new Set(bands).size === bands.length, { error: 'must name each band once at most' }),
  /** Whether single scores are hidden from the agent who handled the matter; figures are not. */
  hideFromHandler: z.boolean(),
  /** Whether a low score brings its conversation back to the queue. */
  followUpLowScores: z.boolean(),
});
export type SurveySettings = z.infer<typeof SurveySettings>;
