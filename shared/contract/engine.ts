import { z } from 'zod';
import { Account } from '../domain/account.ts';
import { Activity } from '../domain/activity.ts';
import { Gap, SourceKind, SourceStatus } from '../domain/capture.ts';
import { Conversation, SettableStatus, View } from '../domain/conversation.ts';
import { BudgetSettings, CostReport } from '../domain/cost.ts';
import { Message } from '../domain/message.ts';
import { Person } from '../domain/person.ts';
import { Channel, OutboxEntry } from '../domain/reply.ts';
import { SavedSearch, SearchTerms } from '../domain/savedSearch.ts';
import { WorkspaceSettings } from '../domain/workspaceSettings.ts';
import { AppError } from '../errors.ts';
import { method } from './method.ts';

const none = z.strictObject({});
const id = z.string().min(1).max(200);
const byId = z.strictObject({ id });
const text = z.string().max(100_000);
/** Whether a channel can be used now, why not, and the price of what is written, in US dollars. */
const ChannelOption = z.object({ possible: z.boolean(), hindrance: AppError.optional(), usd: z.number() });
const limit = z.number().int().min(1).max(1_000);

/** Everything that the engine can be asked. The same names and shapes hold on every door. */
export const engineContract = {
  'system.info': method('query', 'Says which engine this is and whose account it serves.', {
    input: none,
    output: z.object({ version: z.string(), account: Account.nullable(), schemaVersion: z.number().int() }),
  }),

  'account.beginLogin': method('command', 'Starts a login with OAuth 2 and PKCE; open `url` in a browser.', {
    input: z.strictObject({ clientId: z.string().min(1), redirectUri: z.url() }),
    output: z.object({ url: z.string() }),
  }),
  'account.finishLogin': method('command', 'Ends a login with the address to which X sent the browser.', {
    input: z.strictObject({ callbackUrl: z.url() }),
    output: z.object({ account: Account }),
  }),
  'account.useToken': method('command', 'Connects with an access token that somebody pasted.', {
    input: z.strictObject({ token: z.string().trim().min(1).max(4_096) }),
    output: z.object({ account: Account }),
  }),

  'capture.pollNow': method('command', 'Does one full round of every source; answers when all is stored.', {
    input: none,
    output: z.object({
      newMessages: z.number().int(),
      /** Sources that could not be asked this time, and why. */
      failures: z.array(z.object({ source: z.string(), error: AppError })),
    }),
  }),
  'capture.status': method('query', 'Says for each source what is captured, what is missing and why.', {
    input: none,
    output: z.object({ sources: z.array(SourceStatus) }),
  }),
  'capture.backfill': method(
    'command',
    'Tries to close the gaps that X still shows, the oldest risk first.',
    {
      input: none,
      output: z.object({ newMessages: z.number().int(), closedGaps: z.number().int() }),
    },
  ),

  'conversations.list': method(
    'query',
    'Lists the conversations of a view; `queue` has the most urgent first.',
    {
      input: z.strictObject({ view: View, limit: limit.default(50), after: z.string().optional() }),
      output: z.object({ items: z.array(Conversation), next: z.string().optional() }),
    },
  ),
  'conversations.counts': method('query', 'Counts the conversations of each view.', {
    input: none,
    output: z.object({ counts: z.record(View, z.number().int()) }),
  }),
  'conversations.get': method(
    'query',
    "Reads a conversation with its person's history, oldest first: the newest page, or the one before `before`.",
    {
      input: z.strictObject({ id, limit: limit.default(500), before: z.string().optional() }),
      output: z.object({
        conversation: Conversation,
        messages: z.array(Message),
        /** What agents did in the stretch of time of these messages, oldest first. */
        activities: z.array(Activity),
        /** What could not be captured in that stretch, oldest first. */
        gaps: z.array(Gap.extend({ kind: SourceKind })),
        /** Pass as `before` to read on into the past; absent at the beginning of the history. */
        previous: z.string().optional(),
      }),
    },
  ),
  'conversations.setStatus': method('command', 'Sets the status; resolving also ends a snooze.', {
    input: z.strictObject({ id, status: SettableStatus }),
    output: none,
  }),
  'conversations.assign': method('command', 'Gives a conversation to an agent, or to nobody with null.', {
    input: z.strictObject({ id, agent: z.string().trim().min(1).max(80).nullable() }),
    output: none,
  }),
  'conversations.snooze': method(
    'command',
    'Takes a conversation off the queue until a time, or back with null.',
    {
      input: z.strictObject({ id, until: z.number().int().nullable() }),
      output: none,
    },
  ),
  'conversations.markRead': method('command', 'Marks everything in a conversation as seen.', {
    input: byId,
    output: none,
  }),

  'replies.send': method(
    'command',
    'Takes an answer into the outbox; when this answers, the answer is safe on disk.',
    {
      input: z.strictObject({
        conversationId: id,
        channel: Channel,
        text,
        /** Which message a public answer replies to; the newest post of the person when absent. */
        inReplyTo: id.optional(),
        /** How long it can be taken back, in milliseconds; the workspace's setting when absent. */
        undoMs: z.number().int().min(0).max(3_600_000).optional(),
        /** The newest message that the agent has seen: a newer one of the person stops the answer. */
        seenThrough: id.optional(),
      }),
      output: z.object({ outboxId: z.string() }),
    },
  ),
  'outbox.list': method('query', 'Lists answers, the newest first.', {
    input: z.strictObject({ conversationId: id.optional(), limit: limit.default(1_000) }),
    output: z.object({ items: z.array(OutboxEntry) }),
  }),
  'outbox.cancel': method(
    'command',
    'Takes a held answer back; its text becomes the draft of its channel again.',
    {
      input: byId,
      output: z.object({ text: z.string(), channel: Channel }),
    },
  ),
  'outbox.sendNow': method('command', 'Ends the undo time of a held answer.', { input: byId, output: none }),
  'outbox.retry': method(
    'command',
    'Sends a refused answer again, or an unknown one that an agent looked for in vain.',
    {
      input: byId,
      output: none,
    },
  ),
  'outbox.confirm': method('command', 'Sends an answer that waits for a second look after all.', {
    input: byId,
    output: none,
  }),
  'outbox.settle': method(
    'command',
    'Says what an agent found out about an unknown answer by looking on X.',
    {
      input: z.strictObject({ id, outcome: z.enum(['sent', 'notSent']) }),
      output: none,
    },
  ),
  'outbox.dismiss': method(
    'command',
    'Removes a refused answer; its text becomes the draft of its channel again.',
    {
      input: byId,
      output: z.object({ text: z.string(), channel: Channel }),
    },
  ),

  'replies.options': method('query', 'Says which channels can carry an answer and what it would cost.', {
    input: z.strictObject({ conversationId: id, text: text.default(''), inReplyTo: id.optional() }),
    output: z.object({
      public: ChannelOption.extend({ openOnXUrl: z.string().nullable() }),
      dm: ChannelOption,
    }),
  }),

  'savedSearches.list': method('query', 'Lists the saved searches, the newest first.', {
    input: none,
    output: z.object({ items: z.array(SavedSearch) }),
  }),
  'savedSearches.preview': method(
    'query',
    'Asks X once what a search would bring, and estimates what it would cost.',
    {
      input: z.strictObject({ terms: SearchTerms }),
      output: z.object({
        query: z.string(),
        sample: z.array(Message),
        hitsPerDay: z.number(),
        usdPerMonth: z.number(),
      }),
    },
  ),
  'savedSearches.save': method('command', 'Adds a saved search, or changes the one with this id.', {
    input: z.strictObject({
      id: id.optional(),
      name: z.string().trim().min(1).max(80),
      terms: SearchTerms,
      takesAll: z.boolean().default(false),
    }),
    output: SavedSearch,
  }),
  'savedSearches.remove': method('command', 'Ends a saved search; what it found stays.', {
    input: byId,
    output: none,
  }),
  'listening.list': method('query', 'Lists the hits of saved searches, the newest first.', {
    input: z.strictObject({
      searchId: id.optional(),
      limit: limit.default(50),
      after: z.string().optional(),
    }),
    output: z.object({
      items: z.array(
        z.object({ message: Message, searchIds: z.array(z.string()), takenAs: z.string().nullable() }),
      ),
      next: z.string().optional(),
    }),
  }),
  'listening.take': method('command', 'Takes a hit into the queue as a conversation of its author.', {
    input: z.strictObject({ messageId: id }),
    output: z.object({ conversationId: z.string() }),
  }),

  'reports.costs': method(
    'query',
    'Reports what was spent on X between two times, and how the month stands.',
    {
      input: z.strictObject({ from: z.number().int(), to: z.number().int() }),
      output: CostReport,
    },
  ),
  'budget.get': method('query', 'Reads prices and the monthly cap.', { input: none, output: BudgetSettings }),
  'budget.set': method('command', 'Changes prices or the monthly cap.', {
    input: BudgetSettings.partial().strict(),
    output: BudgetSettings,
  }),

  'drafts.save': method(
    'command',
    'Keeps the draft of a conversation and channel; an empty text removes it.',
    {
      input: z.strictObject({ conversationId: id, channel: Channel, text }),
      output: none,
    },
  ),
  'drafts.list': method('query', 'Lists the drafts of a conversation.', {
    input: z.strictObject({ conversationId: id }),
    output: z.object({
      items: z.array(z.object({ channel: Channel, text: z.string(), updatedAt: z.number() })),
    }),
  }),

  'people.get': method('query', 'Reads all that is known of a person.', {
    input: byId,
    output: z.object({
      person: Person,
      conversationCount: z.number().int(),
      messageCount: z.number().int(),
      /** The person's other conversations, the newest first, at most 20. */
      conversations: z.array(Conversation),
    }),
  }),

  'search.messages': method('query', 'Finds words in every message ever stored, the newest first.', {
    input: z.strictObject({
      text: z.string().trim().min(1).max(500),
      limit: limit.default(50),
      after: z.string().optional(),
    }),
    output: z.object({
      items: z.array(
        z.object({
          message: Message,
          conversationId: z.string().nullable(),
          /** The text around the hit; hits stand between \u0002 and \u0003. */
          snippet: z.string(),
        }),
      ),
      next: z.string().optional(),
    }),
  }),
  'search.quick': method(
    'query',
    'Finds people and their conversations by name or handle, typing errors forgiven.',
    {
      input: z.strictObject({ text: z.string().trim().min(1).max(200), limit: limit.default(10) }),
      output: z.object({ items: z.array(Conversation) }),
    },
  ),

  'settings.get': method('query', "Reads the workspace's settings.", {
    input: none,
    output: WorkspaceSettings,
  }),
  'settings.set': method('command', "Changes some of the workspace's settings.", {
    input: WorkspaceSettings.partial().strict(),
    output: WorkspaceSettings,
  }),
  'agents.list': method('query', 'Lists the agents that have worked in this workspace, the own name first.', {
    input: none,
    output: z.object({ me: z.string(), all: z.array(z.string()) }),
  }),
} as const;

export type EngineContract = typeof engineContract;
export type EngineMethod = keyof EngineContract;
/** What a caller passes, before defaults are filled in. */
export type EngineInput<M extends EngineMethod> = z.input<EngineContract[M]['input']>;
/** What a handler receives, after defaults were filled in. */
export type EngineParsed<M extends EngineMethod> = z.output<EngineContract[M]['input']>;
export type EngineOutput<M extends EngineMethod> = z.output<EngineContract[M]['output']>;
