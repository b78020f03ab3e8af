import { DAY_MS } from '#shared/time.ts';
import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/** Neither X nor Perch ever asks for a longer wait before the next attempt. */
const LONGEST_WAIT_MS = DAY_MS;

/**
 * Adapts the times of waiting replies to a clock that was set back: a reply that seems to be written in the future gets its
 * full undo time again, and none waits longer than a day because of the old clock.
 */
export function followClock(db: Db, now: number): void {
  const text = `SELECT max(created_at) AS newest, max(next_attempt_at) AS latest FROM outbox
    WHERE state IN ('held', 'queued', 'unknown')`;
  const { newest, latest } = get<{ newest: number | null; latest: number | null }>(db, text) ?? {};
  if (newest && newest > now) moveBack(db, newest - now);
  if (latest && latest > now + LONGEST_WAIT_MS) {
    run(db, `UPDATE outbox SET next_attempt_at = ? WHERE next_attempt_at > ?`, now, now + LONGEST_WAIT_MS);
  }
}

// All by the same amount, so that replies keep their order.
function moveBack(db: Db, byMs: number): void {
  run(
    db,
    `UPDATE outbox SET created_at = created_at - :byMs, held_until = held_until - :byMs,
       next_attempt_at = next_attempt_at - :byMs, attempted_at = attempted_at - :byMs
     WHERE state IN ('held', 'queued', 'unknown')`,
    { byMs },
  );
}
