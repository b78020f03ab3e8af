import { z } from 'zod';
import { SurveyReason } from '../surveyReason.ts';
import { ReplyLanguage } from './replyLanguage.ts';
import { SurveyScale } from './survey.ts';

/**
 * How far a survey has come:
 * - `queued`: it is in the outbox;
 * - `sent`: X has it, or nobody can know, since asking twice would be worse than not at all;
 * - `answered`: its person gave a score;
 * - `expired`: no score came in time;
 * - `cancelled`: an agent took it back, or its person wrote before it went out;
 * - `refused`: it was never sent, for its `reasons`.
 */
export const SurveyState = z.enum(['queued', 'sent', 'answered', 'expired', 'cancelled', 'refused']);
export type SurveyState = z.infer<typeof SurveyState>;

/** How the score of a survey changed after the first reading: by an agent, or if `agent` is null, by the person. */
export const SurveyCorrection = z.object({
  at: z.number(),
  agent: z.string().nullable(),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
});

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
  /** The id of the agent who resolved the conversation last, else was assigned to it, else replied there last; null if nobody did. */
  handledBy: z.string().nullable(),
  createdAt: z.number(),
  /** When X had it; null until then. */
  sentAt: z.number().nullable(),
  /** Until when a response counts; null until X has the question. */
  expiresAt: z.number().nullable(),
  answeredAt: z.number().nullable(),
  score: z.number().int().nullable(),
  /** What was said beside the score, or in response to the question for a comment. */
  comment: z.string().nullable(),
  /** How sure the reading is, 0 to 1; 1 on an agent's word. */
  confidence: z.number().nullable(),
  /** The oldest first. */
  corrections: z.array(SurveyCorrection),
  /** The ids of the messages that only respond to it, the oldest first; a comment that may call for a reply is none of them. */
  messageIds: z.array(z.string()),
  /** Why it was refused; empty in other states. */
  reasons: z.array(SurveyReason),
  /**
   * True if the current agent handled the matter and single scores are hidden from them: then score, comment, confidence, corrections
   * and messages look as if nobody had responded.
   */
  isHidden: z.literal(true).optional(),
});
export type Survey = z.infer<typeof Survey>;
