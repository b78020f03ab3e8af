import { getSource, listSourceIds, putSource, toSourceKind } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import type { CaptureContext } from './captureContext.ts';
import type { Rhythm } from './rhythm.ts';
import { hasten } from './schedule.ts';

/** Brings sources forward that were planned before it was known that somebody waits. */
export function hastenSources({ db }: Pick<CaptureContext, 'db'>, rhythm: Rhythm): void {
  const sources = listSourceIds(db).map((id) => getSource(db, id));
  const hastened = sources
    .map((source) => ({ source, next: hasten(source, rhythm.waitMs(toSourceKind(source.id))) }))
    .filter(({ source, next }) => next.nextPollAt !== source.nextPollAt);
  if (hastened.length === 0) return;
  inTransaction(db, () => {
    for (const { next } of hastened) putSource(db, next);
  });
}
