import { ok } from '../../../shared/result.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { listAgents } from '../store/activities.ts';
import { moveDueTimes } from '../store/conversationChanges.ts';
import { getSettings, putSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import type { Handlers } from './handlers.ts';

/** The workspace's settings and its agents. */
export const settingsHandlers = {
  'settings.get': ({ db }) => ok(getSettings(db)),

  'settings.set': (ctx, changed) => {
    const facts = withoutGaps(changed);
    const settings = inTransaction(ctx.db, () => {
      const agent = getSettings(ctx.db).agentName;
      putSettings(ctx.db, facts);
      moveDueTimes(ctx.db, getSettings(ctx.db).responseTargetMinutes);
      recordActivity(ctx, { kind: 'settingsChanged', agent, conversationId: null, facts });
      return getSettings(ctx.db);
    });
    ctx.emit({ name: 'settings.changed', params: {} });
    return ok(settings);
  },

  'agents.list': ({ db }) => {
    const me = getSettings(db).agentName;
    return ok({ me, all: [me, ...listAgents(db).filter((name) => name !== me)] });
  },
} satisfies Partial<Handlers>;

function withoutGaps<T>(values: Readonly<Record<string, T | undefined>>): Record<string, T> {
  const given: Record<string, T> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) given[name] = value;
  return given;
}
