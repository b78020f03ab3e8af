import type { Activity } from '#shared/domain/activity.ts';
import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { updateDueTimes } from '../conversations/dueTime.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent, listActiveAgents, renameAgent } from '../store/agents.ts';
import type { Db } from '../store/open.ts';
import { getSettings, putSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import type { Handlers } from './handlers.ts';

/** The workspace's settings and its agents. */
export const settingsHandlers = {
  'settings.get': ({ db }) => ok(getAllSettings(db)),

  'settings.set': (ctx, changed) => {
    const given = withoutUndefined(changed);
    const facts = toFacts(given);
    const settings = inTransaction(ctx.db, () => {
      const { id: agent } = getCurrentAgent(ctx.db);
      const { agentName, ...stored } = given;
      if (agentName !== undefined) renameAgent(ctx.db, agent, agentName);
      putSettings(ctx.db, stored);
      updateDueTimes(ctx.db, getSettings(ctx.db));
      recordActivity(ctx, { kind: 'settingsChanged', agent, conversationId: null, facts });
      return getAllSettings(ctx.db);
    });
    ctx.emit({ name: 'settings.changed', params: {} });
    return ok(settings);
  },

  'agents.list': ({ db }) => {
    const me = getCurrentAgent(db);
    const agents = [me, ...listActiveAgents(db).filter(({ id }) => id !== me.id)];
    return ok({ me: me.name, all: [...new Set(agents.map(({ name }) => name))], agents });
  },
} satisfies Partial<Handlers>;

const getAllSettings = (db: Db): WorkspaceSettings => ({
  agentName: getCurrentAgent(db).name,
  ...getSettings(db),
});

// Facts of an activity are plain values.
function toFacts(changed: Partial<WorkspaceSettings>): Activity['facts'] {
  const plain = Object.entries(changed).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : value,
  ]);
  return Object.fromEntries(plain);
}
