import { getSource, listSourceIds, putSource, toSourceKind } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import type { CaptureContext } from './captureContext.ts';
import type { Rhythm } from './rhythm.ts';
import { bringForward } from './schedule.ts';

/** Brings sources forward that were planned before it was known that somebody waits. */
export function hastenSources({ db }: Pick<CaptureContext, 'db'>, rhythm: Rhythm): void {
  const sources = listSourceIds(db).map((id) => getSource(db, id));
  const forwarded = sources
    .map((source) => ({ source, next: bringForward(source, rhythm.waitMs(toSourceKind(source.id))) }))
    .filter(({ source, next }) => next.nextPollAt !== source.nextPollAt);
  if (forwarded.length === 0) return;
  inTransaction(db, () => {
    for (const { next } of forwarded) putSource(db, next);
  });
}
