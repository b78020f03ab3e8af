import type { MessageFacts } from './messages.ts';
import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/*
 * What agents have seen is a time of capture: all that was captured until then. So that no mark ever covers a message that
 * came after it, the wanted messages of a person have different times, each later than all times that any had before, even
 * where several come in the same millisecond, or after the clock of the machine was set back:
 *
 *   clock    10:00:00.000                 10:00:00.000        09:00:00.000 (set back)
 *   capture  two mentions of Anna         one of Anna         one of Anna
 *   stored   10:00:00.000, 10:00:00.001   10:00:00.002        10:00:00.003
 */

/**
 * Returns the times at which messages that are captured together, at `now`, are stored as captured; of one person, the older
 * message has the earlier time. Call the result within the transaction that stores them.
 */
export function toCaptureTimes(
  db: Db,
  facts: readonly MessageFacts[],
  now: number,
): (message: MessageFacts) => number {
  // Most polls bring nothing new, and then nothing is sorted or written.
  let times: ReadonlyMap<MessageFacts, number> | null = null;
  return (message) => {
    if (message.role !== 'wanted') return now;
    times ??= reserveTimes(db, facts, now);
    return times.get(message) ?? now;
  };
}

/** Returns the time of capture of one message that is wanted from `now` on, for the transaction that stores it. */
export const toCaptureTime = (db: Db, now: number): number => reserve(db, now, 1);

/** The time of capture that everything captured so far has at most, and nothing that is captured from now on. */
export const getLastReserved = (db: Db): number =>
  get<{ last: number }>(db, 'SELECT last FROM capture_clock')?.last ?? 0;

function reserveTimes(db: Db, facts: readonly MessageFacts[], now: number): Map<MessageFacts, number> {
  const offsets = toOffsets(facts);
  const first = reserve(db, now, Math.max(...offsets.values()) + 1);
  return new Map([...offsets].map(([message, offset]) => [message, first + offset]));
}

function toOffsets(facts: readonly MessageFacts[]): Map<MessageFacts, number> {
  const counts = new Map<string, number>();
  const wanted = facts.filter(({ role }) => role === 'wanted').sort((a, b) => a.at - b.at);
  return new Map(
    wanted.map((message) => {
      const offset = counts.get(message.personId) ?? 0;
      counts.set(message.personId, offset + 1);
      return [message, offset];
    }),
  );
}

function reserve(db: Db, now: number, count: number): number {
  const last = getLastReserved(db);
  const first = Math.max(now, last + 1);
  run(db, 'UPDATE capture_clock SET last = ?', first + count - 1);
  return first;
}
