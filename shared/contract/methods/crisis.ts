import { z } from 'zod';
import {
  Incident,
  IncidentEntry,
  IncidentRole,
  incidentLimits,
  NoteKind,
  Statement,
} from '../../domain/incident.ts';
import { ReplyLanguage } from '../../domain/replyLanguage.ts';
import { AgentName } from '../../domain/workspaceSettings.ts';
import { AppError } from '../../errors.ts';
import { byId, delimiter, id, limit, none, seenThrough, text } from './inputs.ts';
import { MissingVariable } from './library.ts';
import { method } from './method.ts';

/** The most replies that are drafted or sent in one go. */
const MOST_REPLIES = 500;

/** People who wrote nearly the same, the newest post first; `text` is that of the first. */
const MentionGroup = z.object({
  text: z.string(),
  members: z.array(
    z.object({
      conversationId: z.string(),
      personId: z.string(),
      handle: z.string(),
      name: z.string(),
      text: z.string(),
      /** For `crisis.send`. */
      seenThrough: z.string(),
      /** The public draft of the conversation; null for none. */
      draft: z.string().nullable(),
    }),
  ),
});

const note = z.string().trim().max(incidentLimits.note);

/** Crisis mode: one incident at a time, with a log of what was known when and who decided. */
export const crisisMethods = {
  'crisis.get': method(
    'query',
    'Returns the incident that is running, how many surveys it has held back so far, and how many replies wait for their time; null without one.',
    {
      input: none,
      output: z.object({
        running: Incident.extend({
          surveysHeldBack: z.number().int(),
          /** The replies that `crisis.send` took and that wait for their time, and when the last of them goes out. */
          sending: z.object({ waiting: z.number().int(), lastAt: z.number().nullable() }),
        }).nullable(),
      }),
    },
  ),
  'crisis.list': method('query', 'Lists incidents, the newest first.', {
    input: z.strictObject({ limit: limit.default(100) }),
    output: z.object({ items: z.array(Incident) }),
  }),
  'crisis.log': method('query', 'Lists the newest entries of the log of an incident, the newest first.', {
    input: z.strictObject({ id, limit: limit.default(200) }),
    output: z.object({
      items: z.array(IncidentEntry),
      /** How many there are in all. */
      total: z.number().int(),
    }),
  }),
  'crisis.report': method(
    'query',
    'Returns what an incident amounted to, from its start to its end, or until now: posts to the account by the hour, replies that X has without surveys, conversations that began in it, how many of them have a reply, and the median time to the first one, by the clock.',
    {
      input: byId,
      output: z.object({
        incident: Incident,
        mentions: z.number().int(),
        /** By the beginning of the hour in UTC; hours without any are left out. */
        mentionsPerHour: z.array(z.object({ at: z.number(), count: z.number().int() })),
        replies: z.number().int(),
        conversations: z.number().int(),
        replied: z.number().int(),
        /** Null without a reply. */
        medianFirstReplyMs: z.number().nullable(),
      }),
    },
  ),
  'crisis.export': method(
    'query',
    'Returns the whole log of an incident as a table, the oldest entry first, with times in UTC. No field can be taken for a formula.',
    {
      input: z.strictObject({
        id,
        delimiter,
        /** Whether the figures of `crisis.report` follow the log: rows of the kind `figure`, with the name in `text` and `value` in `facts`. */
        withFigures: z.boolean().default(false),
      }),
      output: z.object({ content: z.string() }),
    },
  ),
  'crisis.compose': method(
    'query',
    'Returns the holding statement for the person of a conversation: in their language if it has that, else in a wording for any, with the variables filled in that Perch knows. Fails with `invalid` while there is no wording.',
    {
      input: z.strictObject({ id, conversationId: id }),
      output: z.object({
        text: z.string(),
        missing: z.array(MissingVariable),
        language: ReplyLanguage.nullable(),
      }),
    },
  ),
  'crisis.groups': method(
    'query',
    'Lists the groups of people who wait for a reply in public and wrote nearly the same since an hour before the incident began, the largest first; each person is in one at most. `others` is how many wrote something else.',
    {
      input: byId,
      output: z.object({ items: z.array(MentionGroup), others: z.number().int() }),
    },
  ),
  'crisis.draft': method(
    'command',
    'Drafts the holding statement as a public reply in these conversations, as `crisis.compose` writes it; nothing is sent. Conversations that have a draft or do not wait for a reply are left. Fails with `invalid` while there is no wording.',
    {
      input: z.strictObject({ id, conversationIds: z.array(id).min(1).max(MOST_REPLIES) }),
      output: z.object({
        drafted: z.array(z.string()),
        left: z.array(z.object({ conversationId: z.string(), reason: z.enum(['notWaiting', 'hasDraft']) })),
      }),
    },
  ),
  'crisis.send': method(
    'command',
    'Takes public drafts into the outbox, each held until its own time: thirty seconds apart, and three minutes from another in nearly the same words. `text` is the draft as the agent has seen it; a draft that reads otherwise is left as `changed`, one for a person who was told the same as `alreadyTold`, and one that `replies.send` would not take as `refused`.',
    {
      input: z.strictObject({
        id,
        replies: z
          .array(z.strictObject({ conversationId: id, text, seenThrough }))
          .min(1)
          .max(MOST_REPLIES),
      }),
      output: z.object({
        queued: z.array(z.object({ conversationId: z.string(), outboxId: z.string(), at: z.number() })),
        left: z.array(
          z.object({
            conversationId: z.string(),
            reason: z.enum(['changed', 'alreadyTold', 'refused']),
            error: AppError.optional(),
          }),
        ),
      }),
    },
  ),
  'crisis.stopSending': method(
    'command',
    'Takes back all replies of `crisis.send` that still wait for their time; they become drafts again.',
    { input: byId, output: z.object({ stopped: z.number().int() }) },
  ),
  'crisis.start': method(
    'command',
    'Starts crisis mode: until `crisis.end` no survey goes out, and canned responses that promise something are refused. A spike that has not ended is noted in the log. Fails with `crisisRunning` if an incident is running.',
    {
      input: z.strictObject({
        title: z.string().trim().min(1).max(incidentLimits.title),
        statement: Statement.default([]),
      }),
      output: Incident,
    },
  ),
  'crisis.note': method('command', 'Adds to the log what became known, or what was decided.', {
    input: z.strictObject({ id, kind: NoteKind, text: note.min(1) }),
    output: IncidentEntry,
  }),
  'crisis.setStatement': method(
    'command',
    'Replaces the wordings of the holding statement; the log keeps each.',
    { input: z.strictObject({ id, statement: Statement }), output: Incident },
  ),
  'crisis.setRole': method('command', 'Gives a role to an agent, or to nobody.', {
    input: z.strictObject({
      id,
      role: IncidentRole,
      /** The id or name of an agent that is known. */
      agent: AgentName.nullable(),
    }),
    output: Incident,
  }),
  'crisis.end': method(
    'command',
    'Ends crisis mode. Surveys go on for what is resolved from now on; those held back are not sent later.',
    { input: byId.extend({ text: note.default('') }), output: Incident },
  ),
} as const;
