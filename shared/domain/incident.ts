import { z } from 'zod';
import { ReplyLanguage } from './replyLanguage.ts';

/** The most characters of the title of an incident, of a wording of its statement and of an entry, and the most wordings. */
export const incidentLimits = { title: 200, wording: 1_000, note: 2_000, wordings: 10 } as const;

/** Who does what: `lead` decides, `communications` writes what is said in public, `log` keeps the log. */
export const IncidentRole = z.enum(['lead', 'communications', 'log']);
export type IncidentRole = z.infer<typeof IncidentRole>;

/** One wording of the holding statement, which may have variables such as `{firstName}`; for any language with null. */
export const StatementWording = z.strictObject({
  language: ReplyLanguage.nullable(),
  text: z.string().trim().min(1).max(incidentLimits.wording),
});
export type StatementWording = z.infer<typeof StatementWording>;

export const Statement = z.array(StatementWording).max(incidentLimits.wordings);
export type Statement = z.infer<typeof Statement>;

/** An agent by id and name. */
const IncidentAgent = z.object({ id: z.string(), name: z.string() });

/** A crisis from its start to the hand-back. */
export const Incident = z.object({
  id: z.string(),
  title: z.string(),
  startedAt: z.number(),
  /** The name of an agent. */
  startedBy: z.string(),
  /** Null while it is running. */
  endedAt: z.number().nullable(),
  endedBy: z.string().nullable(),
  /** What everybody is told until more is known; empty until somebody writes it. */
  statement: Statement,
  /** A role without an agent is left out. */
  roles: z.partialRecord(IncidentRole, IncidentAgent),
});
export type Incident = z.infer<typeof Incident>;

/** What an agent adds by hand: what was known, or what was decided. */
export const NoteKind = z.enum(['fact', 'decision']);
export type NoteKind = z.infer<typeof NoteKind>;

/**
 * What an entry of the log is about. By hand come `fact` and `decision`; the others Perch adds as they happen. Their facts: `roleGiven` has
 * `role` and `agent` (a name, or null), `alertSeen` has `posts` and `usual`, `surveysHeldBack`,
 * `repliesDrafted`, `repliesQueued` and `sendingStopped` have `count`.
 */
export const EntryKind = z.enum([
  ...NoteKind.options,
  'started',
  'statementChanged',
  'roleGiven',
  'alertSeen',
  'surveysHeldBack',
  'repliesDrafted',
  'repliesQueued',
  'sendingStopped',
  'ended',
]);
export type EntryKind = z.infer<typeof EntryKind>;

export const EntryFacts = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type EntryFacts = z.infer<typeof EntryFacts>;

/** One entry of the log of an incident. It never changes, except that an erased person's name is taken out. */
export const IncidentEntry = z.object({
  id: z.string(),
  at: z.number(),
  /** The name of the agent; null for what Perch noted by itself. */
  agent: z.string().nullable(),
  kind: EntryKind,
  text: z.string(),
  facts: EntryFacts,
});
export type IncidentEntry = z.infer<typeof IncidentEntry>;
