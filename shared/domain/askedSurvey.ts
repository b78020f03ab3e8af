import { z } from 'zod';
import { SurveyReason } from '../surveyReason.ts';
import { ReplyLanguage } from './replyLanguage.ts';
import { SurveyScale } from './survey.ts';

/**
 * How far a survey has come:
 * - `queued`: it is in the outbox;
 * - `sent`: X has it, or nobody can know, since asking twice would be worse than not at all;
 * - `cancelled`: an agent took it back, or its person wrote before it went out;
 * - `refused`: it was never sent, for its `reasons`.
 */
export const SurveyState = z.enum(['queued', 'sent', 'cancelled', 'refused']);
export type SurveyState = z.infer<typeof SurveyState>;

/** One question to one person in one conversation. */
export const Survey = z.object({
  id: z.string(),
  conversationId: z.string(),
  personId: z.string(),
  scale: SurveyScale,
  language: ReplyLanguage,
  /** Which of the wordings of the question. */
  variant: z.number().int(),
  state: SurveyState,
  /** The id of the agent who asked. */
  askedBy: z.string().nullable(),
  /** The id of the agent who resolved the conversation, or else is assigned to it; null if nobody is. */
  handledBy: z.string().nullable(),
  createdAt: z.number(),
  /** When X had it; null until then. */
  sentAt: z.number().nullable(),
  /** Why it was refused; empty in other states. */
  reasons: z.array(SurveyReason),
});
export type Survey = z.infer<typeof Survey>;
