import type { RetentionRule } from '#shared/domain/retention.ts';
import { ok } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { inSlices } from '../context/inSlices.ts';
import { runRetentionNow } from '../erasure/retention.ts';
import type { Db } from '../store/open.ts';
import {
  countRetained,
  getRetentionRules,
  getRetentionRun,
  putRetentionRules,
  type RetainedCounts,
} from '../store/retention.ts';
import type { Handlers } from './handlers.ts';

/** How long conversations are kept. */
export const retentionHandlers = {
  'retention.get': ({ db }) => ok(read(db)),
  'retention.set': ({ db, emit }, { rules }) => {
    putRetentionRules(db, rules);
    emit({ name: 'settings.changed', params: {} });
    return ok(read(db));
  },
  'retention.preview': async (ctx, { rules }) => ok(await preview(ctx, rules)),
  'retention.run': async (ctx) => ok(await runRetentionNow(ctx)),
} satisfies Partial<Handlers>;

const read = (db: Db) => ({ rules: getRetentionRules(db), lastRun: getRetentionRun(db) });

async function preview(
  { db, clock }: EngineContext,
  rules: readonly RetentionRule[],
): Promise<RetainedCounts> {
  let counts: RetainedCounts = { conversations: 0, messages: 0, oldestAt: null };
  function* count(): Generator<void> {
    for (counts of countRetained(db, rules, clock.now())) yield;
  }
  await inSlices(clock, count());
  return counts;
}
