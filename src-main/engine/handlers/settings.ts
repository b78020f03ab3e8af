import type { Activity } from '#shared/domain/activity.ts';
import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { updateDueTimes } from '../conversations/dueTime.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { listAgents } from '../store/activities.ts';
import { getSettings, putSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import type { Handlers } from './handlers.ts';

/** The workspace's settings and its agents. */
export const settingsHandlers = {
  'settings.get': ({ db }) => ok(getSettings(db)),

  'settings.set': (ctx, changed) => {
    const given = withoutUndefined(changed);
    const facts = toFacts(given);
    const settings = inTransaction(ctx.db, () => {
      const agent = getSettings(ctx.db).agentName;
      putSettings(ctx.db, given);
      updateDueTimes(ctx.db, getSettings(ctx.db));
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

// Facts of an activity are plain values.
function toFacts(changed: Partial<WorkspaceSettings>): Activity['facts'] {
  const plain = Object.entries(changed).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : value,
  ]);
  return Object.fromEntries(plain);
}
