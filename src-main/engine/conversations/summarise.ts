import type { WorkspaceSettings } from '../../../shared/domain/workspaceSettings.ts';
import type { Db } from '../store/open.ts';
import { listSummaryFacts, type Summary, type SummaryFacts, writeSummaries } from '../store/summaries.ts';
import { deriveStatus, deriveView } from './derive.ts';

type Settings = Pick<WorkspaceSettings, 'responseTargetMinutes'>;

/**
 * Brings the derived columns of conversations in line with their messages, their outbox and what agents said. Call it
 * at the end of every transaction that touches one of these; calling it again changes nothing.
 */
export function summarise(db: Db, ids: readonly string[], settings: Settings): void {
  if (ids.length === 0) return;
  writeSummaries(
    db,
    listSummaryFacts(db, ids).map((facts) => toSummary(facts, settings)),
  );
}

function toSummary(facts: SummaryFacts, { responseTargetMinutes }: Settings): Summary {
  const { id, setStatus, setStatusAt, answeredAt, waitingSince, unread, last } = facts;
  const waiting = waitingSince !== null;
  const status = deriveStatus({ before: facts.status, setStatus, setStatusAt, answeredAt, waiting });
  const view = deriveView(status, facts.snoozedUntil);
  const since = view === 'open' || view === 'snoozed' ? waitingSince : null;
  return {
    id,
    status,
    view,
    inQueue: view === 'open' && since !== null,
    waitingSince: since,
    dueAt: since === null ? null : since + responseTargetMinutes * 60_000,
    unread,
    last,
  };
}
