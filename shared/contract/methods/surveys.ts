import { z } from 'zod';
import { Survey, SurveyState } from '../../domain/askedSurvey.ts';
import { ReplyLanguage } from '../../domain/replyLanguage.ts';
import { SurveyReading, SurveyScale } from '../../domain/survey.ts';
import { SurveySettings } from '../../domain/surveySettings.ts';
import { SurveyReason } from '../../surveyReason.ts';
import { byId, changed, id, limit, none, text } from './inputs.ts';
import { method } from './method.ts';

const asked = z.strictObject({
  conversationId: id,
  scale: SurveyScale,
  /** Which of the wordings of the question, counted from 0. */
  variant: z.number().int().min(0).default(0),
});
const person = z.strictObject({ personId: id });

/** Asking people how they found the help they got. */
export const surveysMethods = {
  'surveys.check': method(
    'query',
    'Returns what a survey would say to the person of a conversation, in their language, what X charges for it, and every reason not to send it now; none if it can be sent.',
    {
      input: asked,
      output: z.object({
        reasons: z.array(SurveyReason),
        usd: z.number(),
        text: z.string(),
        language: ReplyLanguage,
        variant: z.number().int(),
      }),
    },
  ),
  'surveys.preview': method(
    'query',
    'Returns what a survey says in a language as the settings are, and what X charges for it. What depends on the person stays a variable in braces.',
    {
      input: asked.omit({ conversationId: true }).extend({ language: ReplyLanguage }),
      output: z.object({ text: z.string(), usd: z.number() }),
    },
  ),
  'surveys.send': method(
    'command',
    'Takes a survey into the outbox, where it is held like a reply and goes out once at most, after all replies. Fails with `surveyRefused` if anything speaks against asking; that is recorded, too.',
    { input: asked, output: Survey },
  ),
  'surveys.cancel': method('command', 'Takes back a survey that cannot have reached X.', {
    input: byId,
    output: Survey,
  }),
  'surveys.correct': method(
    'command',
    'Sets the score of a survey that X has, on the word of an agent, or with null removes it. What was read before stays in `corrections`.',
    { input: z.strictObject({ id, score: z.number().int().nullable() }), output: Survey },
  ),
  'surveys.get': method('query', 'Returns a survey.', { input: byId, output: Survey }),
  'surveys.list': method(
    'query',
    'Lists surveys that were asked for from `from` (inclusive) to `to` (exclusive), the newest first; refused ones too, with their reasons.',
    {
      input: z.strictObject({
        from: z.number().int().optional(),
        to: z.number().int().optional(),
        state: SurveyState.optional(),
        personId: id.optional(),
        limit: limit.default(100),
        cursor: z.string().optional(),
      }),
      output: z.object({ items: z.array(Survey), nextCursor: z.string().optional() }),
    },
  ),
  'surveys.optOut': method('command', 'Records that a person wants no surveys.', {
    input: person,
    output: none,
  }),
  'surveys.optIn': method('command', 'Records that a person wants surveys again.', {
    input: person,
    output: none,
  }),
  'surveys.setRuledOut': method(
    'command',
    'Rules out surveys about a conversation, which then are refused with `ruledOut`, or allows them again.',
    { input: z.strictObject({ conversationId: id, isRuledOut: z.boolean() }), output: changed },
  ),
  'surveys.settings': method('query', 'Returns how the workspace asks.', {
    input: none,
    output: SurveySettings,
  }),
  'surveys.updateSettings': method('command', 'Changes some of these settings and returns all of them.', {
    input: SurveySettings.partial().strict(),
    output: SurveySettings,
  }),
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
