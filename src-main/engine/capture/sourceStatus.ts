import type { Gap, SourceStatus } from '#shared/domain/capture.ts';
import type { Message } from '#shared/domain/message.ts';
import type { PollOutlook } from '../context/services.ts';
import { type GapRow, listGapsBetween, listOpenGaps } from '../store/gaps.ts';
import type { Db } from '../store/open.ts';
import { listSavedSearches } from '../store/savedSearches.ts';
import { getSource, listSourceIds, type SourceId, toSearchSource, toSourceKind } from '../store/sources.ts';
import { isRecoverable, toHorizon } from './lookback.ts';

/** The status of every source at `now`: what is captured, what is missing, and when it is polled next. */
export function listSourceStatus(
  db: Db,
  now: number,
  outlook?: Pick<PollOutlook, 'error' | 'nextAt'>,
): SourceStatus[] {
  const names = new Map(listSavedSearches(db).map(({ id, name }) => [toSearchSource(id), name]));
  const sources = listSourceIds(db).map((id) => toStatus(db, id, names.get(id), now));
  return outlook ? sources.map((source) => withOutlook(source, outlook)) : sources;
}

// The stored plan may never have been carried out: another process made it, or the disk was full.
function withOutlook(
  source: SourceStatus,
  { error, nextAt }: Pick<PollOutlook, 'error' | 'nextAt'>,
): SourceStatus {
  const nextPollAt = nextAt === null ? null : Math.max(source.nextPollAt ?? nextAt, nextAt);
  return { ...source, nextPollAt, ...(error ? { error } : {}) };
}

/**
 * The gaps within the time span of some messages, oldest first. The span ends at `now` if they are the newest messages.
 * Gaps of saved searches are left out: they miss hits, not messages of a conversation.
 */
export function listGapsAmong(
  db: Db,
  messages: readonly Pick<Message, 'at'>[],
  areNewest: boolean,
  now: number,
): (Gap & Pick<SourceStatus, 'kind'>)[] {
  const from = messages[0]?.at ?? now;
  const to = areNewest ? now : (messages.at(-1)?.at ?? from);
  return listGapsBetween(db, from, to)
    .map((row) => ({ row, kind: toSourceKind(row.sourceId) }))
    .filter(({ kind }) => kind !== 'search')
    .flatMap(({ row, kind }) => toGaps(row, now).map((gap) => ({ ...gap, kind })));
}

function toStatus(db: Db, id: SourceId, name: string | undefined, now: number): SourceStatus {
  const { kind, lastPollAt, capturedFrom, capturedThrough, nextPollAt, error } = getSource(db, id);
  const gaps = listOpenGaps(db, id).flatMap((row) => toGaps(row, now));
  const named = name === undefined ? {} : { name };
  const captured = { lastPollAt, capturedFrom, capturedThrough };
  return { id, kind, ...named, ...captured, gaps, nextPollAt, ...(error ? { error } : {}) };
}

// Splits a gap at the horizon: X may still show the newer part while the older one is lost. Nothing is claimed before
// the beginning of a source, so what passes the horizon there is not lost.
function toGaps(row: GapRow, now: number): Gap[] {
  const { from, to, reason, isBeginning } = row;
  const horizon = toHorizon(toSourceKind(row.sourceId), now);
  if (isBeginning) {
    return to <= horizon ? [] : [{ from: Math.max(from, horizon), to, reason, recoverable: true }];
  }
  if (!isRecoverable(row, now)) {
    return [
      { from, to, reason: to <= horizon && reason !== 'tooMany' ? 'horizon' : reason, recoverable: false },
    ];
  }
  if (from >= horizon) return [{ from, to, reason, recoverable: true }];
  return [
    { from, to: horizon, reason: 'horizon', recoverable: false },
    { from: horizon, to, reason, recoverable: true },
  ];
}
