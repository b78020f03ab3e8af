import { toSnowflakeTime } from '../x/snowflake.ts';
import type { Db } from './open.ts';
import { get } from './sql.ts';

/** The first post on X: 21 March 2006. */
const EPOCH_MS = Date.UTC(2006, 2, 21);
/** How many messages may share one millisecond. */
const IDS_PER_MS = 4_096;
/** Row ids stay below 2^53, exact as JavaScript numbers, until the year 2075. */
const LAST_MS = Math.floor(Number.MAX_SAFE_INTEGER / IDS_PER_MS) - 1;

/** When a message was made, to the millisecond: X tells times in whole seconds, its ids are exact. */
export function toOrderTime(xId: string, at: number): number {
  if (!/^\d{1,20}$/.test(xId)) return at;
  const exact = toSnowflakeTime(xId);
  return Math.floor(exact / 1_000) === Math.floor(at / 1_000) ? exact : at;
}

/** The smallest row id that a message of the time `at` (epoch ms) can have; for ranges by date. */
export function rowIdFloor(at: number): number {
  return Math.min(Math.max(Math.floor(at) - EPOCH_MS, 1), LAST_MS) * IDS_PER_MS;
}

/** The largest row id that a message of the time `at` can have. */
export function rowIdCeiling(at: number): number {
  return rowIdFloor(at) + IDS_PER_MS - 1;
}

/** A row id that no message has, in the order of time; messages of the same millisecond keep the order of arrival. */
export function freeRowId(db: Db, at: number): number {
  const last = get<{ id: number | null }>(
    db,
    'SELECT max(id) AS id FROM messages WHERE id BETWEEN ? AND ?',
    rowIdFloor(at),
    rowIdCeiling(at),
  )?.id;
  if (last === null || last === undefined) return rowIdFloor(at);
  return last < rowIdCeiling(at) ? last + 1 : freeRowId(db, at + 1);
}
