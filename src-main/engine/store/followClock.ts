import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/** X names no later time, and Perch waits no longer, before it tries again or looks again. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

const waiting = `state IN ('held', 'stopped', 'queued', 'unknown')`;

/**
 * Moves the times of waiting answers to a clock that was set back: an answer that seems to be written in the future gets
 * its whole undo time anew, and none waits longer than a day because of the old time.
 */
export function followClock(db: Db, now: number): void {
  const text = `SELECT max(created_at) AS newest, max(next_attempt_at) AS latest FROM outbox
    WHERE ${waiting}`;
  const { newest, latest } = get<{ newest: number | null; latest: number | null }>(db, text) ?? {};
  if (newest && newest > now) moveBack(db, newest - now);
  if (latest && latest > now + LONGEST_WAIT_MS) {
    run(db, `UPDATE outbox SET next_attempt_at = ? WHERE next_attempt_at > ?`, now, now + LONGEST_WAIT_MS);
  }
}

// All by the same time, so that answers keep their order.
function moveBack(db: Db, byMs: number): void {
  run(
    db,
    `UPDATE outbox SET created_at = created_at - :byMs, ready_at = ready_at - :byMs,
       next_attempt_at = next_attempt_at - :byMs, attempted_at = attempted_at - :byMs
     WHERE ${waiting}`,
    { byMs },
  );
}
