import { z } from 'zod';
import { ReplyLanguage } from '../../domain/replyLanguage.ts';
import { SurveyReading, SurveyScale } from '../../domain/survey.ts';
import { text } from './inputs.ts';
import { method } from './method.ts';

/** How satisfied customers are, in their own words. */
export const surveysMethods = {
  'surveys.interpret': method(
    'query',
    'Returns the score that a text tells in response to a survey; reads nothing else, stores nothing.',
    {
      input: z.strictObject({
        /** Several messages are joined by newlines, oldest first. */
        text,
        scale: SurveyScale,
        /** The language of the person if it is known; all three are read in any case. */
        lang: ReplyLanguage.nullable().default(null),
      }),
      output: SurveyReading,
    },
  ),
} as const;
