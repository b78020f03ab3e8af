import { z } from 'zod';
import { SurveyScale } from './survey.ts';

/** When surveys go out by themselves, and which: after a conversation was resolved, if nothing speaks against asking. */
export const SurveyRule = z.strictObject({
  on: z.boolean(),
  /** How long after the resolution. */
  delayMinutes: z
    .number()
    .int()
    .min(0)
    .max(7 * 24 * 60),
  /** Whether surveys wait while the office is closed. */
  officeHoursOnly: z.boolean(),
  /** Only conversations with one of these tags; empty for all. */
  tagIds: z.array(z.string().min(1).max(100)).max(50),
  /** How many of a hundred resolutions lead to a survey. */
  samplePercent: z.number().int().min(1).max(100),
  scale: SurveyScale,
  /** Which of the wordings of the question, counted from 0; each language must have it. */
  variant: z.number().int().min(0).max(4),
});
export type SurveyRule = z.infer<typeof SurveyRule>;
