import type { Log } from '#shared/log.ts';
import type { LimitMemory, RateLimit } from '../x/rateLimits.ts';
import type { Db } from './open.ts';
import { all, run } from './sql.ts';

/** Keeps X's limits in the store. Without room on the disk the next process does not know them; nothing else is lost. */
export function createLimitMemory(db: Db, log: Log): LimitMemory {
  return {
    list: () => listRateLimits(db),
    put: (limit) => {
      try {
        putRateLimit(db, limit);
      } catch (cause) {
        log('limits.notSaved', { cause: cause instanceof Error ? cause.message : 'unknown' });
      }
    },
  };
}

function listRateLimits(db: Db): RateLimit[] {
  return all<RateLimit>(
    db,
    `SELECT name, call_limit AS "limit", remaining, reset_at AS resetAt FROM rate_limits
     WHERE remaining IS NOT NULL AND reset_at IS NOT NULL`,
  );
}

function putRateLimit(db: Db, { name, limit, remaining, resetAt }: RateLimit): void {
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
