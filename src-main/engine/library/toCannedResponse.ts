import type { CannedResponse } from '#shared/domain/cannedResponse.ts';
import { getCanned, type StoredCanned } from '../store/cannedResponses.ts';
import type { Db } from '../store/open.ts';

/** A canned response as the contract shows it. */
export function toCannedResponse(
  _db: Db,
  { rowId, deletedAt, images, ...canned }: StoredCanned,
): CannedResponse {
  return { ...canned, images: [], outcome: { resolved: 0, askedAgain: 0 }, stale: [] };
}

/** The same by its id; throws if there is none. */
export function requireCanned(db: Db, id: string): CannedResponse {
  const stored = getCanned(db, id);
  if (!stored) throw new Error(`there is no canned response ${id}`);
  return toCannedResponse(db, stored);
}
