import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { type Begin, getBegin, hasPolled, putBegin } from '../store/begin.ts';
import { getSource, putSource, sourceIds } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { toFirstSnowflake } from '../x/snowflake.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

/** Keeps back all reading until `beginReading`, unless something was read already. */
export function holdReading({ db }: Pick<Context, 'db'>): void {
  inTransaction(db, () => {
    if (!hasPolled(db)) putBegin(db, { ...getBegin(db), isHeld: true });
  });
}

/**
 * Lets reading begin at a time, or null for everything that X shows; returns how it begins. Something that was read already
 * cannot be unread, so a later choice changes nothing.
 */
export function beginReading(ctx: Context, since: number | null): Begin {
  const { db, clock } = ctx;
  return inTransaction(db, () => {
    if (hasPolled(db)) return getBegin(db);
    const begin = { isHeld: false, since: since === null ? null : Math.min(since, clock.now()) };
    putBegin(db, begin);
    for (const id of sourceIds) putSource(db, { ...getSource(db, id), sinceId: toSinceId(begin) });
    const { id: agent } = getCurrentAgent(db);
    recordActivity(ctx, { kind: 'settingsChanged', agent, conversationId: null, facts: { since } });
    return begin;
  });
}

const toSinceId = ({ since }: Begin): string | null => (since === null ? null : toFirstSnowflake(since));
