import { z } from 'zod';
import { unsign } from '#shared/domain/initials.ts';
import {
  type Channel,
  type OutboxEntry,
  ReplyStatus,
  type ReplyStatusKind,
  type StatusOf,
  toDeprecatedStatus,
} from '#shared/domain/reply.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { joinParts } from '#shared/domain/splitThread.ts';
import { toWrittenText } from '#shared/domain/variables.ts';
import { AppError } from '#shared/errors.ts';
import { nameOfAgent } from './agents.ts';
import { parseColumn, parseList, toRowError } from './jsonColumn.ts';
import { readFiles, toAttachments } from './replyFiles.ts';

/** One post of a reply in several. */
const Part = z.object({
  body: z.string(),
  text: z.string(),
  isSent: z.boolean(),
  /** Null until X has it, and where its id is not known. */
  xId: z.string().nullable(),
});
export type Part = z.infer<typeof Part>;

const Parts = z.array(Part).min(1);

/** What a message of a survey says. */
export type SurveyPurpose = 'question' | 'reminder' | 'thanks' | 'freeText' | 'optOutConfirmation';

/** A reply in the outbox with all that sending it needs. Times are epoch milliseconds. */
export interface OutboxRow {
  readonly id: string;
  readonly conversationId: string;
  readonly personId: string;
  readonly channel: Channel;
  readonly text: string;
  /** The pictures that go with it. */
  readonly attachments: readonly ReplyFile[];
  /** All posts of a public reply in several, in their order; null for one post. `text` and `inReplyTo` are those of the next one. */
  readonly parts: readonly Part[] | null;
  /** What Perch has put behind the text, such as `^AB`; null for nothing. */
  readonly mark: string | null;
  /** The ids of the people who are not mentioned, though X would. */
  readonly excludeMentions: readonly string[];
  /** The X id of the post that a public reply replies to; null for a private one. */
  readonly inReplyTo: string | null;
  /** The id of the agent who wrote it, and their name now. */
  readonly agent: string;
  readonly agentName: string;
  readonly status: ReplyStatus;
  readonly createdAt: number;
  /** Since when it is free to be sent, or from when on while it is held. */
  readonly readyAt: number;
  /** When the next attempt is due, or the next reconciliation while unknown; null where nothing is. */
  readonly nextAttemptAt: number | null;
  readonly sendAttempts: number;
  /** When the last attempt to send it began. */
  readonly attemptedAt: number | null;
  /** Whether an earlier attempt may have reached X. */
  readonly wasUnknown: boolean;
  readonly xId: string | null;
  /** Why it waits in the queue, or why it was refused. */
  readonly error: AppError | null;
  /** An agent has removed it after a refusal. */
  readonly dismissed: boolean;
  /** The row id of the person's newest message that the agent had seen. */
  readonly seenThrough: number | null;
  /** The time of capture up to which the agent had seen the history; null for replies from before version 15 of the schema. */
  readonly seenUntil: number | null;
  /** The survey that it is a message of, and which; null for what an agent wrote. */
  readonly surveyId: string | null;
  readonly surveyPurpose: SurveyPurpose | null;
}

/** A row whose status is of this kind. */
export type RowWith<K extends ReplyStatusKind> = OutboxRow & { readonly status: StatusOf<K> };

/** Whether the status of a row is of this kind. */
export const hasStatus = <K extends ReplyStatusKind>(row: OutboxRow, kind: K): row is RowWith<K> =>
  row.status.kind === kind;

/** A row as SQLite returns the columns of `outboxColumns`. */
export type StoredOutboxRow = Omit<
  OutboxRow,
  'status' | 'wasUnknown' | 'dismissed' | 'error' | 'attachments' | 'parts' | 'excludeMentions'
> & {
  readonly attachments: string;
  readonly parts: string | null;
  readonly excludeMentions: string;
  readonly state: string;
  readonly stopReason: string | null;
  readonly confirmedMissing: number;
  readonly reconcileAttempts: number | null;
  readonly wasUnknown: number;
  readonly dismissed: number;
  readonly error: string | null;
};

/** What to select for a row. */
export const outboxColumns = `id, conversation_id AS conversationId, person_id AS personId, channel, text, attachments, parts, mark, exclude_mentions AS excludeMentions, in_reply_to AS inReplyTo,
  agent, ${nameOfAgent('agent')} AS agentName, state, stop_reason AS stopReason, confirmed_missing AS confirmedMissing, reconcile_attempts AS reconcileAttempts,
  created_at AS createdAt, ready_at AS readyAt, next_attempt_at AS nextAttemptAt, attempts AS sendAttempts,
  attempted_at AS attemptedAt, was_unknown AS wasUnknown, x_id AS xId, error, dismissed, seen_through AS seenThrough,
  seen_until AS seenUntil, (SELECT survey_id FROM survey_messages WHERE outbox_id = id) AS surveyId,
  (SELECT purpose FROM survey_messages WHERE outbox_id = id) AS surveyPurpose`;

/** The row that SQLite returned; the only place where a stored status is read. */
export function toOutboxRow(stored: StoredOutboxRow): OutboxRow {
  const { state, stopReason, confirmedMissing, reconcileAttempts, wasUnknown, dismissed, error, ...rest } =
    stored;
  return {
    ...rest,
    attachments: readFiles(rest.attachments),
    parts: rest.parts === null ? null : readParts(rest.parts),
    excludeMentions: parseList<string>(rest.excludeMentions),
    status: ReplyStatus.parse({
      kind: state,
      until: rest.readyAt,
      reason: stopReason,
      confirmedMissing: confirmedMissing === 1,
      reconcileAttempts,
      ...(wasUnknown === 1 ? { mayHaveArrived: true } : {}),
    }),
    wasUnknown: wasUnknown === 1,
    dismissed: dismissed === 1,
    error: error === null ? null : parseColumn(AppError, error, toRowError('outbox.error')),
  };
}

// A damaged list must not be taken for a reply in one post, or for one that is sent: its first part is looked for and sent alone.
const readParts = (json: string): readonly Part[] | null => parseColumn(Parts, json, null);

/** The columns in which a status is stored; the opposite of what `toOutboxRow` reads. */
export function toStatusColumns(status: ReplyStatus) {
  return {
    state: status.kind,
    stop_reason: status.kind === 'stopped' ? status.reason : null,
    confirmed_missing: 'confirmedMissing' in status && status.confirmedMissing ? 1 : 0,
    reconcile_attempts: status.kind === 'unknown' ? status.reconcileAttempts : null,
    ...(status.kind === 'held' ? { ready_at: status.until } : {}),
  };
}

function toContractParts({ parts, status }: OutboxRow): Pick<OutboxEntry, 'parts'> {
  if (parts === null) return {};
  const next = parts.findIndex((part) => !part.isSent);
  const shown = parts.map(({ text, isSent, xId }, at) => ({
    text,
    status: isSent
      ? ('sent' as const)
      : at === next || status.kind === 'held'
        ? status.kind
        : ('queued' as const),
    ...(xId === null ? {} : { xId }),
  }));
  return { parts: shown };
}

/** What X does not have yet of a reply, as one text. */
export const toRest = ({ parts, text }: Pick<OutboxRow, 'parts' | 'text'>): string =>
  parts ? joinParts(parts.filter((part) => !part.isSent)) : text;

/** What X does not have yet of a reply as its agent wrote it, without what Perch has put behind it. */
export const toWrittenRest = (row: Pick<OutboxRow, 'parts' | 'text' | 'mark'>): string =>
  toWrittenText(unsign(toRest(row), row.mark));

/** The row as the contract shows it. */
export function toOutboxEntry(row: OutboxRow): OutboxEntry {
  const { id, conversationId, channel, text, status, inReplyTo, agentName: agent, createdAt, xId } = row;
  const { state, heldUntil, error } = toDeprecatedStatus(status, row.error);
  return {
    id,
    conversationId,
    channel,
    text: row.parts ? joinParts(row.parts) : text,
    ...toAttachments(row),
    ...toContractParts(row),
    status,
    state,
    inReplyTo,
    agent,
    createdAt,
    heldUntil,
    ...(xId === null ? {} : { xId }),
    ...(error === null ? {} : { error }),
    ...(row.surveyId === null ? {} : { surveyId: row.surveyId }),
  };
}
