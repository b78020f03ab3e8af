import { z } from 'zod';
import { deprecated } from '../../deprecated.ts';
import { Channel } from '../../domain/reply.ts';
import { ReplyLanguage } from '../../domain/replyLanguage.ts';
import { AppError } from '../../errors.ts';
import { GuardCode, PersonalItem } from '../../guards.ts';
import { PrivateData } from '../../privateData.ts';
import { HOUR_MS } from '../../time.ts';
import { attachments, byId, id, seenThrough, text } from './inputs.ts';
import { MissingVariable } from './library.ts';
import { method } from './method.ts';

/** Whether a channel can be used now, why not, and the price of the text in US dollars. */
const ChannelOption = z.object({
  possible: z.boolean(),
  error: AppError.optional(),
  /** @deprecated Use `error`. */
  hindrance: deprecated(AppError.optional(), '`error`'),
  usd: z.number(),
});

/** Somebody whom X mentions in a public reply by itself. */
const Mention = z.object({
  userId: z.string(),
  handle: z.string(),
  name: z.string(),
  /** Cannot be left out. */
  required: z.boolean(),
});

/** The languages of customer and reply, each one of `replyLanguages`; null where that is not known, as of short texts. */
const Languages = z.object({
  customer: ReplyLanguage.nullable(),
  reply: ReplyLanguage.nullable(),
  /** The reply is in a language in which the customer has not written lately. */
  differ: z.boolean(),
});

/** A reply that may fit. */
const Suggestion = z.object({
  /** May have variables, which `replies.send` refuses until they are filled. */
  text: z.string(),
  source: z.object({
    kind: z.enum(['reply', 'canned']),
    /** Of the message, or of the canned response. */
    id: z.string(),
    at: z.number().optional(),
    /** Who sent it with Perch; null for a reply that was sent elsewhere. */
    agent: z.string().nullable().optional(),
    conversationId: z.string().optional(),
    /** Of the person to whom it went. */
    handle: z.string().optional(),
  }),
  /** How often it was sent, in nearly the same words. */
  uses: z.number().int(),
  /** From 0 to 1. */
  score: z.number(),
  /** How the conversation went on after it; null where that is not known. */
  outcome: z.enum(['resolved', 'askedAgain']).nullable().optional(),
  missing: z.array(MissingVariable),
});

/** Writing a reply: which channels are open, and taking it into the outbox. */
export const repliesMethods = {
  'replies.send': method(
    'command',
    'Takes a reply into the outbox; when this returns, the reply is safe on disk. Fails with `unfilledVariable` for a text with a variable of a canned response, such as `{firstName}`; `{{` writes a brace that is meant.',
    {
      input: z.strictObject({
        conversationId: id,
        channel: Channel,
        text,
        /** The pictures that go with it; a reply with some needs no text. The draft keeps its own when absent. */
        attachments: attachments.optional(),
        /**
         * The X ids of people whom X would mention in a public reply, and should not: of `mentions` in `replies.options`. Whoever wrote
         * the post that it replies to is mentioned in any case.
         */
        excludeMentions: z.array(id).max(50).optional(),
        /** Whether a public reply that is longer than a post goes out as several, numbered `(1/3)`; refused as too long without. */
        thread: z.boolean().optional(),
        /** The message that a public reply replies to; the person's newest post when absent. */
        inReplyTo: id.optional(),
        /** How long it can be cancelled, in milliseconds; the workspace's setting when absent. */
        undoMs: z.number().int().min(0).max(HOUR_MS).optional(),
        /** How far the agent has seen the history: what the person wrote and was captured later stops the reply. All when absent. */
        seenThrough,
        /**
         * The warnings of `guards.check` in spite of which it shall be sent. Without them, `personalData` and `wrongChannel` refuse
         * it (`guardRefused`).
         */
        overrule: z.array(GuardCode).max(20).default([]),
        /** The warnings that its author has seen while writing it, for `reports.guards`: each was heeded, or it still warns. */
        warned: z.array(GuardCode).max(20).optional(),
        /** @deprecated Use `overrule`: true overrules `personalData`; false refuses it by the error `privateData`. */
        privateDataConfirmed: deprecated(z.boolean().optional(), '`overrule`'),
        /** The canned responses in the text, beside those of its draft, which are counted as used once X has the reply. */
        cannedIds: z.array(id).max(20).optional(),
        /** The earlier replies from which it was written, beside those of its draft: of `replies.suggest`, for the reuse in `reports.work`. */
        replyIds: z.array(id).max(20).optional(),
        /** The public reply asks the person for a private message, which Perch then waits for; see `handover.compose`. */
        handover: z.literal(true).optional(),
      }),
      output: z.object({
        outboxId: z.string(),
        /** How many invisible characters that X refuses were removed; absent if none. */
        removedCharacters: z.number().int().optional(),
      }),
    },
  ),
  'replies.suggest': method(
    'query',
    'Returns the replies of colleagues to similar questions, and canned responses, the best first: nearly the same ones once, those in the language of the person before others, and those to private messages in private conversations only. What was about somebody else is replaced: by what is known of this person, or by a variable.',
    {
      input: z.strictObject({ conversationId: id, limit: z.number().int().min(1).max(50).default(5) }),
      output: z.object({ items: z.array(Suggestion) }),
    },
  ),
  'replies.proposals': method(
    'query',
    'Lists replies that were sent at least three times in nearly the same words and are no canned responses, the most frequent first.',
    {
      input: z.strictObject({ limit: z.number().int().min(1).max(50).default(10) }),
      output: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            /** With variables in place of what was about one person. */
            text: z.string(),
            count: z.number().int(),
            lastAt: z.number(),
            language: ReplyLanguage.nullable(),
          }),
        ),
      }),
    },
  ),
  'replies.dismissProposal': method(
    'command',
    'Never proposes a frequent reply again, nor what is nearly the same, until that is undone. Fails with `notFound`, also if it is dismissed already.',
    {
      input: byId,
      output: z.object({
        /** For `activities.undo`. */
        activityId: z.string(),
      }),
    },
  ),
  'replies.options': method(
    'query',
    'Returns which channels X would take a reply on, what it would cost, and whether it is in the language of the customer.',
    {
      input: z.strictObject({ conversationId: id, text: text.default(''), inReplyTo: id.optional() }),
      output: z.object({
        public: ChannelOption.extend({
          openOnXUrl: z.string().nullable(),
          /** @deprecated Use `guards.check`. What the text seems to contain that hardly ever belongs in public, each kind once. */
          privateData: deprecated(z.array(PrivateData), '`guards.check`'),
          /** @deprecated Use `guards.check`. Where: positions in `text` in UTF-16 units, the end exclusive. */
          privateDataAt: deprecated(z.array(PersonalItem).optional(), '`guards.check`'),
        }),
        dm: ChannelOption,
        /** Whom X would mention in a public reply without its text, the author of the post first; never the account. */
        mentions: z.array(Mention),
        languages: Languages,
      }),
    },
  ),
} as const;
