import type { Db } from './open.ts';
import { all, run } from './sql.ts';

/** What X has said about one limit. */
export interface RateLimit {
  /** The name of the call, and which of its limits. */
  readonly name: string;
  /** How many calls a window has; null where X did not say. */
  readonly limit: number | null;
  readonly remaining: number;
  /** When the next window begins. */
  readonly resetAt: number;
}

/** All limits that X has told of. */
export function listRateLimits(db: Db): RateLimit[] {
  return all<RateLimit>(
    db,
    `SELECT name, call_limit AS "limit", remaining, reset_at AS resetAt FROM rate_limits
     WHERE remaining IS NOT NULL AND reset_at IS NOT NULL`,
  );
}

export function putRateLimit(db: Db, { name, limit, remaining, resetAt }: RateLimit): void {
  run(
    db,
    `INSERT INTO rate_limits (name, call_limit, remaining, reset_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET call_limit = excluded.call_limit, remaining = excluded.remaining,
       reset_at = excluded.reset_at`,
    name,
    limit,
    remaining,
    resetAt,
  );
}
