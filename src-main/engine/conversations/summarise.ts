import type { WorkspaceSettings } from '../../../shared/domain/workspaceSettings.ts';
import type { Db } from '../store/open.ts';
import {
  readAnswers,
  readConversationFacts,
  readLastMessage,
  readUnanswered,
  writeSummary,
} from '../store/summaries.ts';
import { deriveStatus, deriveView } from './derive.ts';

/**
 * Brings the derived columns of a conversation in line with its messages, its outbox and what agents said. Call it
 * at the end of every transaction that touches one of these; calling it again changes nothing.
 */
export function summarise(
  db: Db,
  conversationId: string,
  settings: Pick<WorkspaceSettings, 'responseTargetMinutes'>,
): void {
  const facts = readConversationFacts(db, conversationId);
  if (!facts) return;
  const answers = readAnswers(db, conversationId);
  const unanswered = readUnanswered(db, conversationId, {
    afterMessage: answers.lastOwnMessage,
    capturedAfter: Math.max(answers.lastOutboxAt ?? 0, facts.settledAt ?? 0),
    readThrough: facts.readThrough,
  });
  const status = deriveStatus({
    before: facts.status,
    setStatus: facts.setStatus,
    setStatusAt: facts.setStatusAt,
    answeredAt: latest(answers.lastOutboxAt, answers.lastOwnMessageAt),
    waiting: unanswered.since !== null,
  });
  const view = deriveView(status, facts.snoozedUntil);
  const since = view === 'open' || view === 'snoozed' ? unanswered.since : null;
  writeSummary(db, conversationId, {
    status,
    view,
    inQueue: view === 'open' && since !== null,
    waitingSince: since,
    dueAt: since === null ? null : since + settings.responseTargetMinutes * 60_000,
    unread: unanswered.unread,
    last: readLastMessage(db, conversationId),
  });
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
