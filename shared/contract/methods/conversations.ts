import { z } from 'zod';
import { Activity } from '../../domain/activity.ts';
import { Gap, SourceKind } from '../../domain/capture.ts';
import { Conversation, SettableStatus, View } from '../../domain/conversation.ts';
import { Message } from '../../domain/message.ts';
import { Person } from '../../domain/person.ts';
import { Channel } from '../../domain/reply.ts';
import { byId, id, limit, none, text } from './inputs.ts';
import { method } from './method.ts';

/** What has come in: conversations, people, and finding them. */
export const conversationsMethods = {
  'conversations.list': method(
    'query',
    'Lists the conversations of a view; `queue` has the most urgent first. With `ids` only those of them that stand in it, all on one page.',
    {
      input: z.strictObject({
        view: View,
        limit: limit.default(50),
        after: z.string().optional(),
        ids: z.array(id).max(1_000).optional(),
      }),
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
} as const;
