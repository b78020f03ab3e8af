import { Channel } from '#shared/domain/reply.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import type { DraftState } from './draftState.ts';
import { parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { readFiles } from './replyFiles.ts';
import type { DraftUse } from './replyUses.ts';
import { all, run } from './sql.ts';

/** SQL: whether a conversation has the draft of a reply or of a note. */
export const hasDraft = (conversationId: string): string =>
  `(EXISTS (SELECT 1 FROM drafts d WHERE d.conversation_id = ${conversationId})
    OR EXISTS (SELECT 1 FROM note_drafts d WHERE d.conversation_id = ${conversationId}))`;

/** SQL: the ids of the conversations with such a draft. */
export const draftedConversations =
  'SELECT conversation_id FROM drafts UNION ALL SELECT conversation_id FROM note_drafts';

export interface Draft {
  readonly channel: Channel;
  readonly text: string;
  readonly attachments: readonly ReplyFile[];
  /** The ids of those who are not mentioned, though X would. */
  readonly excludeMentions: readonly string[];
  readonly updatedAt: number;
  /** The name of the rule that has begun it, until somebody saves it; else null. */
  readonly rule: string | null;
  /** What was put into it since it was empty. */
  readonly uses: readonly DraftUse[];
}

/** What the draft of a conversation and channel is to be. */
export interface NewDraft extends Pick<Draft, 'channel' | 'text'> {
  readonly conversationId: string;
  /** Those that it has, when absent. */
  readonly attachments?: readonly ReplyFile[] | undefined;
  readonly excludeMentions?: readonly string[] | undefined;
  readonly uses?: readonly DraftUse[] | undefined;
}

/** Stores a draft; one without text and attachments is deleted. Without text nothing is left of what was put into it. */
export function saveDraft(db: Db, draft: NewDraft, now: number): void {
  const { conversationId, channel, text, attachments = null, excludeMentions = null, uses } = draft;
  const upsert = `INSERT INTO drafts (conversation_id, channel, text, updated_at, attachments, exclude_mentions)
    VALUES (:conversationId, :channel, :text, :now, coalesce(:attachments, '[]'), coalesce(:excludeMentions, '[]'))
    ON CONFLICT DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at,
      attachments = coalesce(:attachments, attachments),
      exclude_mentions = coalesce(:excludeMentions, exclude_mentions)`;
  run(db, upsert, {
    conversationId,
    channel,
    text,
    now,
    attachments: attachments && JSON.stringify(attachments),
    excludeMentions: excludeMentions && JSON.stringify(excludeMentions),
  });
  const clear = `DELETE FROM drafts WHERE conversation_id = ? AND channel = ? AND text = '' AND attachments = '[]'`;
  run(db, clear, conversationId, channel);
  if (text === '') replaceUses(db, draft, []);
  else if (uses) replaceUses(db, draft, uses);
}

function replaceUses(
  db: Db,
  { conversationId, channel }: Pick<NewDraft, 'conversationId' | 'channel'>,
  uses: readonly DraftUse[],
): void {
  run(db, 'DELETE FROM draft_uses WHERE conversation_id = ? AND channel = ?', conversationId, channel);
  const text =
    'INSERT OR IGNORE INTO draft_uses (conversation_id, channel, canned_id, message_id) VALUES (?, ?, ?, ?)';
  for (const { cannedId, messageId } of uses) run(db, text, conversationId, channel, cannedId, messageId);
}

/** Deletes the draft that a reply has used up; pictures stay in it if the reply does not say which go with it. */
export function spendDraft(
  db: Db,
  reply: { readonly conversationId: string; readonly channel: Channel; readonly attachments?: unknown },
  now: number,
): void {
  const { conversationId, channel } = reply;
  const attachments = reply.attachments === undefined ? undefined : [];
  saveDraft(db, { conversationId, channel, text: '', attachments, excludeMentions: [] }, now);
}

/** The draft of a conversation and channel as it can be saved again. */
export function getDraftState(db: Db, conversationId: string, channel: Channel): DraftState {
  const draft = listDrafts(db, conversationId).find((one) => one.channel === channel);
  return {
    text: draft?.text ?? '',
    attachments: [...(draft?.attachments ?? [])],
    excludeMentions: [...(draft?.excludeMentions ?? [])],
  };
}

/** What was put into the draft of a conversation and channel. */
export const getDraftUses = (
  db: Db,
  { conversationId, channel }: Pick<NewDraft, 'conversationId' | 'channel'>,
): readonly DraftUse[] => listDrafts(db, conversationId).find((one) => one.channel === channel)?.uses ?? [];

/** SQL: the name of the rule that a draft `d` is of; whoever saves it changes when it was changed last. */
const ruleOf = `(SELECT a.facts ->> 'rule' FROM activities a WHERE a.conversation_id = d.conversation_id AND a.at = d.updated_at
  AND a.kind = 'replyDrafted' AND iif(json_valid(a.facts), a.facts ->> 'channel', NULL) = d.channel)`;

/** SQL: what was put into a draft `d`, as JSON. */
const usesOf = `(SELECT json_group_array(json_object('cannedId', u.canned_id, 'messageId', u.message_id))
  FROM draft_uses u WHERE u.conversation_id = d.conversation_id AND u.channel = d.channel)`;

/** Lists the drafts of a conversation, the one changed last first. */
export function listDrafts(db: Db, conversationId: string): Draft[] {
  const text = `SELECT channel, text, attachments, exclude_mentions AS excludeMentions, updated_at AS updatedAt,
      ${ruleOf} AS rule, ${usesOf} AS uses
    FROM drafts d WHERE conversation_id = ? ORDER BY updated_at DESC, channel`;
  return all<
    Omit<Draft, 'channel' | 'attachments' | 'excludeMentions' | 'uses'> &
      Record<'channel' | 'attachments' | 'excludeMentions' | 'uses', string>
  >(db, text, conversationId).map((row) => ({
    ...row,
    channel: Channel.parse(row.channel),
    attachments: readFiles(row.attachments),
    excludeMentions: parseList<string>(row.excludeMentions),
    uses: parseList<DraftUse>(row.uses),
  }));
}
