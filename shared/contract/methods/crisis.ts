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
import { byId, id, limit, none } from './inputs.ts';
import { MissingVariable } from './library.ts';
import { method } from './method.ts';

const note = z.string().trim().max(incidentLimits.note);

/** Crisis mode: one incident at a time, with a log of what was known when and who decided. */
export const crisisMethods = {
  'crisis.get': method(
    'query',
    'Returns the incident that is running, and how many surveys it has held back so far; null without one.',
    {
      input: none,
      output: z.object({
        running: Incident.extend({ surveysHeldBack: z.number().int() }).nullable(),
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
