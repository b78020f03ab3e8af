import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { Db } from '../store/open.ts';
import { listSummaryFacts, type Summary, type SummaryFacts, writeSummary } from '../store/summaries.ts';
import { deriveStatus, deriveView } from './derive.ts';

type Settings = Pick<WorkspaceSettings, 'responseTargetMinutes'>;

/**
 * Brings the derived columns of conversations in line with their messages, their outbox and what agents said. Call it
 * at the end of every transaction that touches one of these; calling it again changes nothing.
 */
export function summarise(db: Db, ids: readonly string[], settings: Settings): void {
  if (ids.length === 0) return;
  for (const facts of listSummaryFacts(db, ids)) writeSummary(db, facts, toSummary(facts, settings));
}

/** Until when a conversation wants an answer that waits since `since`; both in epoch ms. */
export function toDueAt(since: number, { responseTargetMinutes }: Settings): number {
  return since + responseTargetMinutes * MINUTE_MS;
}

function toSummary(facts: SummaryFacts, settings: Settings): Summary {
  const { setStatus, setStatusAt, answeredAt, waitingSince, unread, last } = facts;
  const waiting = waitingSince !== null;
  const status = deriveStatus({ before: facts.status, setStatus, setStatusAt, answeredAt, waiting });
  const view = deriveView(status, facts.snoozedUntil);
  const since = view === 'open' || view === 'snoozed' ? waitingSince : null;
  return {
    status,
    view,
    inQueue: view === 'open' && since !== null,
    waitingSince: since,
    dueAt: since === null ? null : toDueAt(since, settings),
    unread,
    last,
  };
}
