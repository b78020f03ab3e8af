import type { EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { setAuthorBlocked } from '../store/blockedAuthors.ts';
import { getPerson } from '../store/people.ts';
import { inTransaction } from '../store/sql.ts';

/**
 * Leaves an author's posts out of the Watchlist, those found before and those to come, or shows all of them again. X is not told, and what they write to the
 * account is not touched. Fails with `notFound` for a person who is not known.
 */
export function blockAuthor(
  ctx: EngineContext,
  { personId, blocked }: EngineParsed<'listening.block'>,
): Result<Record<string, never>, AppError> {
  if (!getPerson(ctx.db, personId)) return err({ code: 'notFound', what: 'person', id: personId });
  const isNew = inTransaction(ctx.db, () => {
    if (!setAuthorBlocked(ctx.db, personId, blocked ? ctx.clock.now() : null)) return false;
    const agent = getCurrentAgent(ctx.db).id;
    recordActivity(ctx, {
      kind: 'authorBlocked',
      agent,
      conversationId: null,
      facts: { personId, isBlocked: blocked },
    });
    return true;
  });
  if (isNew) ctx.emit({ name: 'listening.changed', params: {} });
  return ok({});
}
