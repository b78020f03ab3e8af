import { z } from 'zod';

/** What a survey asks: NPS, how likely one is to recommend, 0 to 10; or CSAT, how satisfied one is, 1 to 5. */
export const SurveyScale = z.enum(['nps', 'csat']);
export type SurveyScale = z.infer<typeof SurveyScale>;
