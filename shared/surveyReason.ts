import { z } from 'zod';

/**
 * Why a person is not asked:
 * - `noPrivateChannel`: they have never written to the account in private, or private messages do not reach them;
 * - `askedRecently`: a survey went to them within the period between two; they can be asked at `nextAt`;
 * - `openMatter`: one of their conversations is not resolved;
 * - `angryEnding`: their last words were angry;
 * - `optedOut`: they want no surveys;
 * - `night`: it is late or early where they live; they can be asked at `nextAt`;
 * - `capReached`: the monthly cap is spent;
 * - `replyLimit`: what X still lets the account send is kept for replies, until `nextAt`;
 * - `unsentReply`: a reply to them is not on X yet;
 * - `incompleteText`: the rule could not write the survey, as a variable of its text is unknown for them;
 * - `tooLate`: the rule could not ask for days after the resolution;
 * - `crisis`: crisis mode is on;
 * - `ruledOut`: an agent or a rule has ruled out a survey about this conversation;
 * - `refusedByX`: X did not take the survey.
 */
export const SurveyRefusal = z.enum([
  'noPrivateChannel',
  'askedRecently',
  'openMatter',
  'angryEnding',
  'optedOut',
  'night',
  'capReached',
  'replyLimit',
  'unsentReply',
  'incompleteText',
  'tooLate',
  'crisis',
  'ruledOut',
  'refusedByX',
]);
export type SurveyRefusal = z.infer<typeof SurveyRefusal>;

/** One reason why a person is not asked, and from when on it no longer holds, where the clock decides that. */
export const SurveyReason = z.object({ code: SurveyRefusal, nextAt: z.number().optional() });
export type SurveyReason = z.infer<typeof SurveyReason>;
