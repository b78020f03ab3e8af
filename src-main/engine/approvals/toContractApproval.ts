import type { Approval, SinceWritten } from '#shared/domain/approval.ts';
import type { EngineContext } from '../context/context.ts';
import { findConflict } from '../outbox/findConflict.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { type StoredApproval, toColleague, wasRepliedSince } from '../store/approvals.ts';
import type { Db } from '../store/open.ts';
import { listReplyFiles, toAttachments } from '../store/replyFiles.ts';

/** A waiting reply as the contract shows it; null where what was written is damaged. */
export function toContractApproval({ db }: Pick<EngineContext, 'db'>, row: StoredApproval): Approval | null {
  const { id, conversationId, agent, approver, note, reply, askedAt } = row;
  if (reply === null) return null;
  const { id: me } = getCurrentAgent(db);
  const { files } = listReplyFiles(db, reply.attachments ?? []);
  return {
    id,
    conversationId,
    channel: reply.channel,
    text: reply.text,
    ...toAttachments({ attachments: files }),
    thread: reply.thread === true,
    askedBy: toColleague(db, agent),
    approver: approver === null ? null : toColleague(db, approver),
    note,
    askedAt,
    isOwn: agent === me,
    isAsked: agent !== me && (approver ?? me) === me,
    since: findSince(db, row),
  };
}

/** What happened in its conversation since a waiting reply was written; null for nothing. */
export function findSince(db: Db, row: StoredApproval): SinceWritten | null {
  if (wasRepliedSince(db, row.conversationId, row.askedAt)) return 'answeredElsewhere';
  return findConflict(db, { ...row, createdAt: row.askedAt });
}
