import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { getSource, type Source } from '../store/sources.ts';

/** An answer that was free to go for so long may meet another conversation than it was written for. */
const LONG_WAIT_MS = 10 * 60_000;
/** What was captured so recently is as good as a look. */
const FRESH_MS = 60_000;

/** Captures what is new on X before an answer goes out late; nothing where it was free to go only now. */
export async function lookAfterLongWait(
  ctx: EngineContext,
  row: OutboxRow,
): Promise<Result<unknown, AppError>> {
  const now = ctx.clock.now();
  if (now - (row.heldUntil ?? row.createdAt) <= LONG_WAIT_MS) return ok(null);
  const sources = sourcesOf[row.channel];
  if (sources.every((id) => isFresh(getSource(ctx.db, id), now))) return ok(null);
  const round = await ctx.services.pollNow();
  if (!round.ok) return round;
  const failure = round.value.failures.find(({ source }) => sources.some((id) => id === source));
  return failure ? err(failure.error) : ok(null);
}

/** What tells whether the person has written, or somebody else has answered. */
const sourcesOf = { public: ['mentions', 'ownPosts'], dm: ['dms'] } as const;

function isFresh({ error, lastPollAt }: Source, now: number): boolean {
  return error === null && (lastPollAt ?? 0) > now - FRESH_MS;
}
