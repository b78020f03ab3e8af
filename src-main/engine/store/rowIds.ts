import { toSnowflakeTime } from '../x/snowflake.ts';
import type { Db } from './open.ts';
import { get } from './sql.ts';

/*
 * The row id of a message is its time, so that the order of time is the order of the primary key and of the full-text
 * index, and messages that are captured late land where they belong:
 *
 *     row id = (time in epoch ms − 21 March 2006) * 4096 + n       n = 0, 1, 2 ... for messages of the same millisecond
 *
 * Example: 23 November 2026, 09:00:00.000 UTC is 652,525,200,000 ms after the first post on X, so its first message gets
 * 2,672,743,219,200,000 and the next one of that millisecond ...001. Ranges of dates become ranges of row ids.
 */

/** The first post on X: 21 March 2006. */
const EPOCH_MS = Date.UTC(2006, 2, 21);
/** How many messages may share one millisecond. */
const IDS_PER_MS = 4_096;
/** Row ids stay below 2^53, exact as JavaScript numbers, until the year 2075. */
const LAST_MS = Math.floor(Number.MAX_SAFE_INTEGER / IDS_PER_MS) - 1;

/** When a message was written, to the millisecond: X states times in full seconds, its ids are exact. */
export function toOrderTime(xId: string, at: number): number {
  if (!/^\d{1,20}$/.test(xId)) return at;
  const exact = toSnowflakeTime(xId);
  return Math.floor(exact / 1_000) === Math.floor(at / 1_000) ? exact : at;
}

/** The smallest row id of messages of the time `at` in epoch ms; for date ranges. */
export function rowIdFloor(at: number): number {
  return Math.min(Math.max(Math.floor(at) - EPOCH_MS, 1), LAST_MS) * IDS_PER_MS;
}

/** The largest row id of messages of the time `at`. */
export function rowIdCeiling(at: number): number {
  return rowIdFloor(at) + IDS_PER_MS - 1;
}

/** The time of a message by its row id, in epoch ms. */
export function timeOfRowId(rowId: number): number {
  return Math.floor(rowId / IDS_PER_MS) + EPOCH_MS;
}

/** An unused row id for a message of the time `at`; messages of the same millisecond keep the order of arrival. */
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
