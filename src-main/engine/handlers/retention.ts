import { ok } from '#shared/result.ts';
import { runRetentionNow } from '../erasure/retention.ts';
import type { Db } from '../store/open.ts';
import { countRetained, getRetentionRules, getRetentionRun, putRetentionRules } from '../store/retention.ts';
import type { Handlers } from './handlers.ts';

/** How long conversations are kept. */
export const retentionHandlers = {
  'retention.get': ({ db }) => ok(read(db)),
  'retention.set': ({ db, emit }, { rules }) => {
    putRetentionRules(db, rules);
    emit({ name: 'settings.changed', params: {} });
    return ok(read(db));
  },
  'retention.preview': ({ db, clock }, { rules }) => ok(countRetained(db, rules, clock.now())),
  'retention.run': async (ctx) => ok(await runRetentionNow(ctx)),
} satisfies Partial<Handlers>;

const read = (db: Db) => ({ rules: getRetentionRules(db), lastRun: getRetentionRun(db) });
