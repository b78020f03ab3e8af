import type { Gap, SourceStatus } from '#shared/domain/capture.ts';
import type { Message } from '#shared/domain/message.ts';
import { type GapRow, listGapsBetween, listOpenGaps } from '../store/gaps.ts';
import type { Db } from '../store/open.ts';
import { listSavedSearches } from '../store/savedSearches.ts';
import { getSource, listSourceIds, type SourceId, toSearchSource, toSourceKind } from '../store/sources.ts';
import { isRecoverable, toHorizon } from './lookback.ts';
import type { PollOutlook } from './pollOutlook.ts';

/** How every source stands at `now`, and with an outlook what the sources themselves do not know. */
export function listSourceStatus(db: Db, now: number, outlook?: PollOutlook): SourceStatus[] {
  const names = new Map(listSavedSearches(db).map(({ id, name }) => [toSearchSource(id), name]));
  const sources = listSourceIds(db).map((id) => toStatus(db, id, names.get(id), now));
  return outlook ? sources.map((source) => withOutlook(source, outlook)) : sources;
}

// What was planned may never have been carried out: by another process, or on a disk that was full.
function withOutlook(source: SourceStatus, { error, nextAt }: PollOutlook): SourceStatus {
  const nextPollAt = nextAt === null ? null : Math.max(source.nextPollAt ?? nextAt, nextAt);
  return { ...source, nextPollAt, ...(error ? { error } : {}) };
}

/**
 * What is missing in the stretch of time of some messages, the oldest first; up to `now` where they are the newest ones.
 * A search misses nothing of a conversation.
 */
export function listMissingAmong(
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

// Of a long gap X may still show the newer part: the older one is lost already. Before a beginning nothing is claimed.
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
