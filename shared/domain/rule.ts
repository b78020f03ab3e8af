import { z } from 'zod';
import { Priority, SettableStatus } from './conversation.ts';
import { PersonSummary } from './person.ts';
import { Channel } from './reply.ts';
import { Sentiment } from './sentiment.ts';
import { SurveyScale, scoreRange } from './survey.ts';

/** At most so many rules. */
export const MAX_RULES = 50;

/** How many rules in a row can each be led to by what the one before did. */
export const MAX_RULE_DEPTH = 3;

/** The longest time without a reply that a rule can wait for, in hours. */
export const MAX_WAIT_HOURS = 720;

/** The longest silence that a rule can wait for, in days. */
export const MAX_SILENT_DAYS = 365;

export const RuleName = z.string().trim().min(1).max(60);

const id = z.string().min(1).max(200);
/** On the longer of the two scales. */
const score = z.number().int().min(0).max(scoreRange.nps.max);
const trigger = <K extends string, S extends z.ZodRawShape>(kind: K, facts: S) =>
  z.strictObject({ kind: z.literal(kind), ...facts });

/** What a rule looks at. Only what is captured as it happens counts: neither what a backfill nor what an import brings. */
export const RuleTrigger = z.discriminatedUnion('kind', [
  /** A conversation begins; one that is reopened does not. */
  trigger('newConversation', {}),
  /** A person writes, also with what a conversation begins with. */
  trigger('message', {}),
  /** Somebody gets this tag. */
  trigger('tagAdded', { tag: id }),
  /**
   * A person in the queue has waited so long for a reply, in office hours if `inOfficeHours`; once for each time that they wait. What
   * was so before the rule was switched on, or a week ago, does not count.
   */
  trigger('noReply', { hours: z.number().int().min(1).max(MAX_WAIT_HOURS), inOfficeHours: z.boolean() }),
  /** Nobody has written for so long in a conversation that is open or pending, and nothing waits for a reply or to be sent; once for each silence. */
  trigger('silence', { days: z.number().int().min(1).max(MAX_SILENT_DAYS) }),
  /**
   * A survey on this scale gets a score from `from` to `to`, both inclusive, and had none of these before; whether by its person or on
   * the word of an agent.
   */
  trigger('score', { scale: SurveyScale, from: score, to: score }),
  /** A saved search finds a post, by its id, or with null any search; each post once. Its first finds, which are of the past, do not count. */
  trigger('hit', { search: id.nullable() }),
]);
export type RuleTrigger = z.infer<typeof RuleTrigger>;

/** A trigger that is nothing but time that passes. */
export type TimedTrigger = Extract<RuleTrigger, { kind: 'noReply' | 'silence' }>;

export const isTimed = (when: RuleTrigger): when is TimedTrigger =>
  when.kind === 'noReply' || when.kind === 'silence';

/** What must hold besides. Words, language and channel are of the message, or of the newest one of the person. */
export const RuleCondition = z.discriminatedUnion('kind', [
  /** One of these words or phrases is in the text; case and accents make no difference. With `not` none of them is. */
  trigger('words', { words: z.array(z.string().trim().min(1).max(100)).min(1).max(50), not: z.boolean() }),
  /** X's codes of languages. What X does not name is told from the words, if they are English, Dutch or French. */
  trigger('language', {
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .min(1)
      .max(50),
  }),
  /** How the text sounds; never met where that is in doubt. */
  trigger('sentiment', { sentiment: Sentiment }),
  trigger('channel', { channel: Channel }),
  /** The handles of people, without the @. */
  trigger('person', {
    handles: z
      .array(z.string().regex(/^\w{1,50}$/))
      .min(1)
      .max(200),
  }),
  trigger('followers', { atLeast: z.number().int().min(1).max(1_000_000_000) }),
  /** The person is a VIP. */
  trigger('vip', {}),
  /** Whether the office is open when it happens. */
  trigger('officeHours', { open: z.boolean() }),
  /** The assignee by their id; null for nobody. */
  trigger('assignee', { agent: id.nullable() }),
  trigger('tag', { tag: id, not: z.boolean() }),
  trigger('priority', { priority: Priority }),
]);
export type RuleCondition = z.infer<typeof RuleCondition>;

/** What a rule does, which is never to write to anybody. What is null or empty is left as it is. */
const steps = {
  /** The ids of tags. */
  addTags: z.array(id).max(50),
  removeTags: z.array(id).max(50),
  /** Nobody, or an agent by their id. */
  assignee: z.union([z.literal('nobody'), z.strictObject({ agent: id })]).nullable(),
  status: SettableStatus.nullable(),
  /** For how long the conversation is snoozed, in minutes. */
  snoozeMinutes: z.number().int().min(1).max(525_600).nullable(),
  /** Absent from what was stored before conversations had priorities. */
  priority: Priority.nullable().default(null),
  /** The id of a canned response that becomes the draft where there is none yet, on the channel on which the person wrote last. */
  draft: id.nullable().default(null),
  /** Whether the agents are notified, each on their machine. */
  notify: z.boolean().default(false),
  /** Whether a survey about the conversation is ruled out, or allowed again. */
  survey: z.enum(['no', 'yes']).nullable().default(null),
  /** What becomes of the post that a saved search found, for the trigger `hit` only: it is taken into the queue, or hidden. All other steps need it in the queue. */
  hit: z.enum(['take', 'hide']).nullable().default(null),
};
export const RuleSteps = z.strictObject(steps);
export type RuleSteps = z.infer<typeof RuleSteps>;

/** The steps of a rule that does nothing yet. */
export const noSteps: RuleSteps = {
  addTags: [],
  removeTags: [],
  assignee: null,
  status: null,
  snoozeMinutes: null,
  priority: null,
  draft: null,
  notify: false,
  survey: null,
  hit: null,
};

/** Off; on; or `log`: it records what it would have done, and does nothing. */
export const RuleMode = z.enum(['off', 'log', 'on']);
export type RuleMode = z.infer<typeof RuleMode>;

const shape = {
  name: RuleName,
  mode: RuleMode,
  when: RuleTrigger,
  /** All of them must hold. */
  conditions: z.array(RuleCondition).max(20),
  steps: RuleSteps,
  /** Whether the rules below it do not run for the same event once it has run. */
  stops: z.boolean(),
};

/** A rule apart from its id. */
export const RuleDraft = z.strictObject(shape);
export type RuleDraft = z.infer<typeof RuleDraft>;

/** What happens by itself when something happens in a conversation. */
export const Rule = z.strictObject({ id: z.string(), ...shape });
export type Rule = z.infer<typeof Rule>;

/** What a rule needs and is gone, by its id; it does not run until that is changed. */
export const RuleProblem = z.strictObject({
  missing: z.enum(['tag', 'agent', 'cannedResponse', 'savedSearch']),
  id: z.string(),
});
export type RuleProblem = z.infer<typeof RuleProblem>;

/** What a rule did, or would have done, in a conversation or to a post. */
export const RuleRun = z.object({
  id: z.string(),
  ruleId: z.string(),
  /** Null for a post that was in none. */
  conversationId: z.string().nullable(),
  /** The post that a saved search found; null for every other trigger. */
  messageId: z.string().nullable(),
  /** Whose conversation or post it is. */
  person: PersonSummary,
  at: z.number(),
  /** Whether it only would have done that. */
  isLogged: z.boolean(),
  /** Whether all that it did was undone. */
  isUndone: z.boolean(),
  steps: RuleSteps,
});
export type RuleRun = z.infer<typeof RuleRun>;

/** What a rule would have looked at and matched. */
export const RulePreview = z.object({
  /** How many conversations, each counted once; of a rule for posts, how many posts. */
  matches: z.number().int(),
  /** The newest of them, each with the newest message that matched and when the rule would have run. */
  conversations: z.array(
    z.object({
      /** Null for a post that is in none. */
      conversationId: z.string().nullable(),
      person: PersonSummary,
      at: z.number(),
      text: z.string(),
    }),
  ),
  /** From when on conversations were looked at, in epoch milliseconds. */
  since: z.number(),
  /** Whether the rule would have run in exactly these, had it been there: false where tags, people or snoozes may have been others then, or there was too much to look at. */
  isExact: z.boolean(),
});
export type RulePreview = z.infer<typeof RulePreview>;
