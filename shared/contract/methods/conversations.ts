import { z } from 'zod';
import { Activity } from '../../domain/activity.ts';
import { Gap, SourceKind } from '../../domain/capture.ts';
import { Conversation, Priority, SettableStatus, View } from '../../domain/conversation.ts';
import { ExportFormat, ExportResult, MAX_EXPORTED_IDS } from '../../domain/conversationExport.ts';
import { ConversationFilter } from '../../domain/conversationFilter.ts';
import { Handover } from '../../domain/handover.ts';
import { Language } from '../../domain/language.ts';
import { Message } from '../../domain/message.ts';
import { Note } from '../../domain/note.ts';
import { ListSort } from '../../domain/viewOrder.ts';
import { AgentName } from '../../domain/workspaceSettings.ts';
import { changed, delimiter, id, limit, none, seenThrough } from './inputs.ts';
import { method } from './method.ts';

/** So many tags can be added or removed by one call. */
const MAX_TAGS_AT_ONCE = 100;

/** Conversations, their history, and what agents do to them apart from replying. */
export const conversationsMethods = {
  'conversations.list': method(
    'query',
    'Lists the conversations of a view, or those of them that a filter selects; without `sort` the queue has the earliest due first, other views the newest. With `ids` only those of them that belong to the list, all on one page. `fromEnd` lists from the last row upwards. `after` continues a list of the same view, filter, order and direction.',
    {
      input: z.strictObject({
        view: View,
        filter: ConversationFilter.optional(),
        sort: ListSort.optional(),
        limit: limit.default(50),
        after: z.string().optional(),
        fromEnd: z.boolean().optional(),
        ids: z.array(id).max(1_000).optional(),
      }),
      output: z.object({ items: z.array(Conversation), next: z.string().optional() }),
    },
  ),
  'conversations.counts': method(
    'query',
    'Returns the number of conversations in each view and, by its id, in each saved view.',
    {
      input: none,
      output: z.object({
        counts: z.record(View, z.number().int()),
        saved: z.record(z.string(), z.number().int()),
      }),
    },
  ),
  'conversations.count': method('query', 'Returns how many conversations of a view a filter selects.', {
    input: z.strictObject({ view: View, filter: ConversationFilter.optional() }),
    output: z.object({ count: z.number().int() }),
  }),
  'conversations.languages': method(
    'query',
    'Lists the languages that a filter can name, those of most conversations first.',
    { input: none, output: z.object({ langs: z.array(z.string()) }) },
  ),
  'conversations.get': method(
    'query',
    "Returns a conversation and a page of its person's history, oldest first: the newest page, the one before `before`, the one after `after`, or the one around a message. Fails with `notFound` if `around` is not in the history.",
    {
      input: z.strictObject({
        id,
        limit: limit.default(500),
        before: z.string().optional(),
        after: z.string().optional(),
        /** The id of a message; at most one of the three can be given. */
        around: id.optional(),
      }),
      output: z.object({
        conversation: Conversation,
        messages: z.array(Message),
        /** What agents did in the time range of these messages, oldest first. */
        activities: z.array(Activity),
        /** The notes in that time range, oldest first; absent if there are none. */
        notes: z.array(Note).optional(),
        /** The gaps in that time range, oldest first. */
        gaps: z.array(Gap.extend({ kind: SourceKind })),
        /** Its newest handover to private messages; absent if there was none. */
        handover: Handover.optional(),
        /** Pass it as `before` to get the next older page; absent at the beginning of the history. */
        previous: z.string().optional(),
        /** Pass it as `after` to get the next newer page; absent at the end of the history. */
        next: z.string().optional(),
        /** The message captured last: pass it to commands that must not cover anything that comes later. Absent if there is none. */
        seenThrough: z.string().optional(),
        /** The unread messages in the order of capture, at most 1,000: who has seen some of them passes the last before one unseen. */
        unread: z.array(z.string()).optional(),
        /** The oldest unread message, even if it is not among those; absent if all is read. */
        firstUnread: z.string().optional(),
      }),
    },
  ),
  'conversations.export': method(
    'query',
    'Writes conversations into a new file, whose name has to end as the format says: those with these ids, or all of a view that a filter selects. `json` has everything about each message, `csv` a row for each, safe from formulas, `html` a page to read and print that runs and loads nothing, with the stored pictures and a cover of facts. Notes of the team are left out. The file is complete or not there. Emits `conversations.exporting` meanwhile. Changes nothing in the workspace. Fails with `invalid`, `fileNotSaved` and `notFound`.',
    {
      input: z.strictObject({
        ids: z.array(id).min(1).max(MAX_EXPORTED_IDS).optional(),
        view: View.default('all'),
        filter: ConversationFilter.optional(),
        format: ExportFormat,
        /** Absolute. */
        path: z.string().min(1).max(4_096),
        /** Of the page. */
        language: Language.default('en'),
        /** Of the table. */
        delimiter,
      }),
      output: ExportResult,
    },
  ),
  'conversations.cancelExport': method(
    'query',
    'Ends the exports that are being written; what they have written is deleted.',
    { input: none, output: none },
  ),
  'conversations.setStatus': method(
    'command',
    'Sets the status; `resolved` also ends a snooze. `pending` and `resolved` fail with `unseenMessages` if a message that nobody has replied to is newer than `seenThrough` and the last `conversations.markRead`; without both, everything counts as seen.',
    {
      input: z.strictObject({ id, status: SettableStatus, seenThrough }),
      output: changed,
    },
  ),
  'conversations.assign': method('command', 'Sets the assignee of a conversation, or removes it with null.', {
    input: z.strictObject({ id, agent: AgentName.nullable() }),
    output: changed,
  }),
  'conversations.setPriority': method(
    'command',
    'Sets the priority of a conversation; `normal` takes away any other.',
    { input: z.strictObject({ id, priority: Priority }), output: changed },
  ),
  'conversations.snooze': method(
    'command',
    'Takes a conversation off the queue until the person writes, or until a time if they do not, and then puts it back in any case; null ends that. Fails with `unseenMessages` as `conversations.setStatus` does.',
    {
      input: z.strictObject({ id, until: z.number().int().nullable(), seenThrough }),
      output: changed,
    },
  ),
  'conversations.tag': method(
    'command',
    'Adds and removes tags, as one activity. What the conversation carries already, or not at all, is left out.',
    {
      input: z.strictObject({
        id,
        /** The ids of tags. */
        add: z.array(id).max(MAX_TAGS_AT_ONCE).default([]),
        remove: z.array(id).max(MAX_TAGS_AT_ONCE).default([]),
      }),
      output: changed,
    },
  ),
  'conversations.markRead': method(
    'command',
    'Marks the messages of a conversation as read: up to `seenThrough`, or all.',
    { input: z.strictObject({ id, seenThrough }), output: none },
  ),
  'conversations.markUnread': method(
    'command',
    "Marks a person's message and all that were captured after it as unread, also those that were replied to: from the newest message, or from `from`. They stay unread until they are marked as read. Fails with `notFound` if the person has no such message.",
    { input: z.strictObject({ id, from: id.optional() }), output: changed },
  ),
} as const;
