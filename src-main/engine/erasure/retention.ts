import { setImmediate } from 'node:timers/promises';
import type { RetentionCounts } from '#shared/domain/retention.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { EngineContext } from '../context/context.ts';
import { watchUse } from '../context/watchUse.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { eraseConversations } from '../store/eraseLeaving.ts';
import {
  getRetentionRules,
  getRetentionRun,
  listDueConversations,
  putRetentionRun,
} from '../store/retention.ts';
import { finishErasures, isEnding } from './finishErasures.ts';

type Context = Pick<EngineContext, 'db' | 'dataDir' | 'clock' | 'newId' | 'emit' | 'log' | 'services'>;

/** Conversations per transaction: more would hold up whoever works meanwhile. */
const AT_ONCE = 100;

/**
 * Erases the conversations that the rules name, in transactions between which others have their turn; the index is written anew once, at the
 * end. Killed meanwhile, the next start ends what was begun, and the next run takes the rest.
 */
export async function runRetention(ctx: Context, agent: string | null): Promise<RetentionCounts> {
  const { db, clock, emit, newId } = ctx;
  const rules = getRetentionRules(db);
  const now = clock.now();
  const counts = { conversations: 0, messages: 0 };
  while (rules.length > 0 && !isEnding(db)) {
    const ids = listDueConversations(db, rules, now, AT_ONCE);
    if (ids.length === 0) break;
    const erased = eraseConversations(db, ids, { id: newId(), at: now, agent, deletesBackups: false });
    counts.conversations += erased.conversations;
    counts.messages += erased.messages;
    emit({ name: 'conversations.changed', params: { ids } });
    await setImmediate();
  }
  if (counts.conversations === 0) return counts;
  putRetentionRun(db, { ...counts, at: now });
  await finishErasures(ctx);
  emit({ name: 'people.erased', params: {} });
  ctx.log('retention.ran', counts);
  return counts;
}

/** Runs the rules on an agent's word. */
export const runRetentionNow = (ctx: Context): Promise<RetentionCounts> =>
  runRetention(ctx, getCurrentAgent(ctx.db).id);

/** Runs the rules once a day while nobody works with Perch. */
export function startRetention(ctx: Context): { onCall: (method: string) => void; stop: () => void } {
  const { db, clock, log } = ctx;
  const use = watchUse(clock);
  let cancel = () => {};
  const runIfDue = async () => {
    const ranAt = getRetentionRun(db)?.at ?? Number.NEGATIVE_INFINITY;
    const isDue = Math.abs(clock.now() - ranAt) >= DAY_MS;
    if (use.isOver() && isDue && getRetentionRules(db).length > 0) await runRetention(ctx, null);
  };
  const tick = () => {
    runIfDue().catch((cause: unknown) => log('retention.failed', { cause: toErrorMessage(cause) }));
    cancel = clock.after(HOUR_MS, tick);
  };
  cancel = clock.after(HOUR_MS, tick);
  return {
    onCall: use.onCall,
    stop: () => cancel(),
  };
}
