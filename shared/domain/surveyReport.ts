import { z } from 'zod';
import { PersonSummary } from './person.ts';
import { SurveyScale } from './survey.ts';
import { CsatFigures, Estimate, NpsFigures, SurveyComparison } from './surveyFigures.ts';

/**
 * By what the surveys of a report are grouped:
 * - `day`, `week` (from Monday), `month`: when X had the question, by the clocks of the office;
 * - `agent`: who handled the matter: resolved its conversation last before the survey, else was assigned to it, else replied last;
 * - `tag`: each tag of the conversation as it is now, so that one survey can be in several groups;
 * - `channel`: where the person opened the conversation;
 * - `responseTime`: how long the person waited for the first reply to the conversation, around the clock;
 * - `canned`: each canned response in a reply that X had before the survey was asked for.
 */
export const SurveyGrouping = z.enum([
  'day',
  'week',
  'month',
  'agent',
  'tag',
  'channel',
  'responseTime',
  'canned',
]);
export type SurveyGrouping = z.infer<typeof SurveyGrouping>;

/** The spans of time by which surveys are grouped. */
export const PeriodUnit = SurveyGrouping.extract(['day', 'week', 'month']);
export type PeriodUnit = z.infer<typeof PeriodUnit>;

/** Up to how long the first reply took; each without the one before. */
export const ResponseTimeBand = z.enum(['minutes15', 'hour1', 'hours4', 'day1', 'longer']);
export type ResponseTimeBand = z.infer<typeof ResponseTimeBand>;

/** The surveys that X had in a period, and what came of them. */
const period = <F extends z.ZodType>(figures: F) => ({
  sent: z.int().min(0),
  /** The share of those sent that have a score; null if there are too few to say. */
  responseRate: Estimate.nullable(),
  figures,
});

const reportOf = <F extends z.ZodType>(figures: F) =>
  z.object({
    ...period(figures),
    /**
     * Those with at least one survey: periods in order, bands from the quickest, all others by how many were sent. The group of
     * what has no agent, tag, reply or canned response is the last.
     */
    groups: z.array(
      z.object({
        /** The first day of a period as YYYY-MM-DD, `public` or `dm`, a band, or an id; null for none. */
        key: z.string().nullable(),
        /** The name of an agent or a tag, or the title of a canned response, as it is now; null if there is none. */
        label: z.string().nullable(),
        ...period(figures),
      }),
    ),
    /** The period to compare with, and the difference to it; null if none was asked for. */
    comparison: z.object({ ...period(figures), ...SurveyComparison.shape }).nullable(),
  });

export const CsatReport = reportOf(CsatFigures);
export type CsatReport = z.infer<typeof CsatReport>;
export const NpsReport = reportOf(NpsFigures);
export type NpsReport = z.infer<typeof NpsReport>;

/** What a person said beside a score. */
export const SurveyComment = z.object({
  surveyId: z.string(),
  conversationId: z.string(),
  person: PersonSummary,
  scale: SurveyScale,
  score: z.int(),
  comment: z.string(),
  /** When the person responded. */
  at: z.number(),
  /** The agent who handled the matter; null if nobody did. */
  agent: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
});
export type SurveyComment = z.infer<typeof SurveyComment>;
