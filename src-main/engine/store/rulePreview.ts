import type { SettableStatus } from '#shared/domain/conversation.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { isImported } from './importedMessages.ts';
import { parseList } from './jsonColumn.ts';
import { namedLanguage } from './languages.ts';
import type { Db } from './open.ts';
import { rowIdFloor } from './rowIds.ts';
import type { SpokenMessage } from './ruleFacts.ts';
import { all } from './sql.ts';
import { isResponse } from './surveyJoin.ts';

/** What a person wrote in a conversation, as it was captured. */
export interface PastMessage extends SpokenMessage {
  readonly rowId: number;
  readonly conversationId: string;
  readonly at: number;
}

const columns = `m.id AS rowId, m.conversation_id AS conversationId, m.kind, m.x_id AS xId, m.text, ${namedLanguage('m.lang')} AS lang, m.at`;

/** The messages that people wrote from `from` on, the newest first, at most `limit` before the one in the row `before`. */
export function listPastMessages(
  db: Db,
  { from, before, limit }: { readonly from: number; readonly before: number | null; readonly limit: number },
): PastMessage[] {
  const text = `SELECT ${columns} FROM messages m
    WHERE m.id >= :from AND m.id < :before AND m.role = 'wanted' AND m.conversation_id IS NOT NULL
      AND NOT ${isImported('m.id')} AND NOT ${isResponse('m.id')} ORDER BY m.id DESC LIMIT :limit`;
  const newest = Number.MAX_SAFE_INTEGER;
  return all<PastMessage>(db, text, { from: rowIdFloor(from), before: before ?? newest, limit });
}

/** Which scores to list: from `from` to `to` on a scale, both inclusive, of surveys that were first answered since a time. */
interface PastScores {
  readonly scale: SurveyScale;
  readonly from: number;
  readonly to: number;
  readonly since: number;
}

/**
 * The scores that surveys have, by when they were first answered, the newest first: each with the message that says it, or for one on the
 * word of an agent the newest one of the person.
 */
export function listPastScores(
  db: Db,
  query: PastScores,
): { readonly at: number; readonly message: PastMessage }[] {
  const text = `SELECT ${columns}, s.answered_at AS scoredAt FROM surveys s
      JOIN messages m ON m.id = coalesce((SELECT max(r.message_id) FROM survey_responses r WHERE r.survey_id = s.id),
        (SELECT max(w.id) FROM messages w WHERE w.conversation_id = s.conversation_id AND w.role = 'wanted'))
    WHERE s.scale = :scale AND s.sent_at IS NOT NULL AND s.score BETWEEN :from AND :to AND s.answered_at >= :since
      AND m.conversation_id IS NOT NULL`;
  return all<PastMessage & { scoredAt: number }>(db, text, { ...query })
    .map(({ scoredAt, ...message }) => ({ at: scoredAt, message }))
    .toSorted((a, b) => b.at - a.at);
}

/** Something that happened in a conversation. */
export type PastStep = { readonly at: number } & (
  | { readonly message: PastMessage; readonly isOwn: boolean }
  | { readonly status: SettableStatus }
  | { readonly tags: readonly string[] }
);

/** What happened in a conversation from a time on: messages, statuses that were set, and tags that were added, by id; in the order of time. */
export function listPastSteps(db: Db, conversationId: string, from: number): PastStep[] {
  const messages = `SELECT ${columns}, m.role = 'own' AS isOwn FROM messages m
    WHERE m.conversation_id = ? AND m.id >= ? AND m.role IN ('wanted', 'own') AND NOT ${isResponse('m.id')} ORDER BY m.id`;
  const activities = `SELECT at, kind, facts ->> 'status' AS status, undo -> '$.tags.added' AS added FROM activities
    WHERE conversation_id = ? AND at >= ? AND kind IN ('statusSet', 'tagged') AND json_valid(facts) AND json_valid(undo) ORDER BY at, id`;
  const written = all<PastMessage & { isOwn: number }>(db, messages, conversationId, rowIdFloor(from)).map(
    ({ isOwn, ...message }): PastStep => ({ at: message.at, message, isOwn: isOwn === 1 }),
  );
  const done = all<DoneRow>(db, activities, conversationId, from).map(
    ({ at, kind, status, added }): PastStep =>
      kind === 'tagged' ? { at, tags: parseList<string>(added ?? '[]') } : { at, status },
  );
  return [...written, ...done].toSorted((a, b) => a.at - b.at);
}

interface DoneRow {
  readonly at: number;
  readonly kind: 'statusSet' | 'tagged';
  readonly status: SettableStatus;
  /** As JSON. */
  readonly added: string | null;
}
