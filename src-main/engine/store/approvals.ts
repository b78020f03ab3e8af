import type { z } from 'zod';
import { repliesMethods } from '#shared/contract/methods/replies.ts';
import { currentAgentId, getAgent } from './agents.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

const WrittenReply = repliesMethods['replies.send'].input;
/** A reply as `replies.send` takes it. */
export type WrittenReply = z.output<typeof WrittenReply>;

/** A reply that waits for an approval, or did. */
export interface StoredApproval {
  readonly id: string;
  readonly conversationId: string;
  readonly personId: string;
  /** The ids of who wrote it and who was asked; null for anyone. */
  readonly agent: string;
  readonly approver: string | null;
  readonly note: string | null;
  /** Null if it is damaged: then it can be neither approved nor returned, and only its row remains. */
  readonly reply: WrittenReply | null;
  readonly state: 'waiting' | 'approved' | 'ended';
  readonly askedAt: number;
  readonly seenThrough: number;
  readonly seenUntil: number;
}

type Row = Omit<StoredApproval, 'reply'> & { readonly reply: string };

const columns = `id, conversation_id AS conversationId, person_id AS personId, agent, approver, note, reply, state,
  asked_at AS askedAt, seen_through AS seenThrough, seen_until AS seenUntil`;

const toApproval = (row: Row): StoredApproval => ({
  ...row,
  reply: parseColumn(WrittenReply, row.reply, null),
});

/** Whether the agent in an expression of SQL is asked by a row `a`, alone or as anyone. */
const asks = (agent: string) => `a.agent <> ${agent} AND coalesce(a.approver, ${agent}) = ${agent}`;

/** SQL: the `ConversationApproval` of a conversation for the current agent; NULL where no reply waits. */
export const approvalOf = (
  conversationId: string,
) => `SELECT iif(max(${asks(`(${currentAgentId})`)}), 'toApprove', 'waiting')
  FROM approvals a WHERE a.conversation_id = ${conversationId} AND a.state = 'waiting' GROUP BY a.conversation_id`;

/** SQL: the ids of the conversations with a reply that the agent `:me` is asked to approve. */
export const conversationsToApprove = `SELECT a.conversation_id FROM approvals a WHERE a.state = 'waiting' AND ${asks(':me')}`;

export type NewApproval = Omit<StoredApproval, 'state' | 'reply'> & { readonly reply: WrittenReply };

export function insertApproval(db: Db, approval: NewApproval): void {
  const text = `INSERT INTO approvals (id, conversation_id, person_id, agent, approver, note, reply, state, asked_at, seen_through, seen_until)
    VALUES (@id, @conversationId, @personId, @agent, @approver, @note, @reply, 'waiting', @askedAt, @seenThrough, @seenUntil)`;
  run(db, text, { ...approval, reply: JSON.stringify(approval.reply) });
}

/** The reply with this id that waits or waited for an approval; null if there is none. */
export function getApproval(db: Db, id: string): StoredApproval | null {
  const row = get<Row>(db, `SELECT ${columns} FROM approvals WHERE id = ?`, id);
  return row && toApproval(row);
}

/** The approved reply that became this one in the outbox; null if it needed no approval. */
export function getApprovalOf(db: Db, outboxId: string): StoredApproval | null {
  const row = get<Row>(db, `SELECT ${columns} FROM approvals WHERE outbox_id = ?`, outboxId);
  return row && toApproval(row);
}

/** The replies that wait for an approval, in one conversation or with null in all, the oldest first. */
export function listWaiting(db: Db, conversationId: string | null): StoredApproval[] {
  const where = conversationId === null ? `state = 'waiting'` : `state = 'waiting' AND conversation_id = ?`;
  const values = conversationId === null ? [] : [conversationId];
  const text = `SELECT ${columns} FROM approvals WHERE ${where} ORDER BY asked_at, id`;
  return all<Row>(db, text, ...values).map(toApproval);
}

/** Marks a waiting reply as approved, and as the one with this id in the outbox; returns whether it waited. */
export function setApproved(db: Db, id: string, outboxId: string, decidedBy: string): boolean {
  const text = `UPDATE approvals SET state = 'approved', outbox_id = ?, decided_by = ?, is_told = 0
    WHERE id = ? AND state = 'waiting'`;
  return run(db, text, outboxId, decidedBy, id) === 1;
}

/** Marks that a reply no longer waits, since it is a draft again; returns whether it waited. */
export function endApproval(db: Db, id: string, decidedBy: string): boolean {
  const text = `UPDATE approvals SET state = 'ended', decided_by = ?, is_told = 0 WHERE id = ? AND state = 'waiting'`;
  return run(db, text, decidedBy, id) === 1;
}

/** Makes a reply wait again about which it was decided so; returns whether it was. Who was asked knows of it. */
export function reopenApproval(db: Db, id: string, from: 'approved' | 'ended'): boolean {
  const text = `UPDATE approvals SET state = 'waiting', outbox_id = NULL, decided_by = NULL, is_told = 1
    WHERE id = ? AND state = ?`;
  return run(db, text, id, from) === 1;
}

/** Something about an approval that an agent has not been told. */
export interface Untold {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: 'asked' | 'approved' | 'returned';
}

/** Takes what an agent has not been told: what they are asked, and what others decided about their replies. */
export function takeUntold(db: Db, agent: string): Untold[] {
  const mine = `is_told = 0 AND iif(state = 'waiting', ${asks(':agent')}, a.agent = :agent AND decided_by <> :agent)`;
  const kind = `CASE state WHEN 'waiting' THEN 'asked' WHEN 'approved' THEN 'approved' ELSE 'returned' END`;
  const text = `SELECT id, conversation_id AS conversationId, ${kind} AS kind FROM approvals a WHERE ${mine} ORDER BY asked_at, id`;
  const untold = all<Untold>(db, text, { agent });
  for (const { id } of untold) run(db, 'UPDATE approvals SET is_told = 1 WHERE id = ?', id);
  return untold;
}

/** The agent with this id as the contract shows them; one that is not known by their id. */
export const toColleague = (db: Db, id: string) => getAgent(db, id) ?? { id, name: id };

/** Whether a reply of a colleague went into the outbox of a conversation after a time. */
export function wasRepliedSince(db: Db, conversationId: string, since: number): boolean {
  const text = `SELECT 1 FROM outbox WHERE conversation_id = ? AND created_at >= ? AND dismissed = 0 AND state <> 'refused' LIMIT 1`;
  return get(db, text, conversationId, since) !== null;
}
