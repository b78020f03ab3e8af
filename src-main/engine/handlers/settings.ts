import type { Activity } from '#shared/domain/activity.ts';
import { isKnownTimeZone } from '#shared/domain/officeHours.ts';
import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { tellCurrentAgent } from '../approvals/tellAgents.ts';
import type { EngineContext } from '../context/context.ts';
import { updateDueTimes } from '../conversations/dueTime.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import {
  getAgent,
  getCurrentAgent,
  getInitials,
  insertAgent,
  listAgents,
  renameAgent,
  setCurrentAgent,
  setInitials,
} from '../store/agents.ts';
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
    const { agentName, initials, ...stored } = given;
    const me = getCurrentAgent(ctx.db);
    const taken =
      agentName === undefined || agentName === me.name ? null : findTaken(ctx.db, agentName, me.id);
    if (taken) return taken;
    const unknown = findUnknownTimeZone(given);
    if (unknown) return unknown;
    const settings = inTransaction(ctx.db, () => {
      const { id: agent } = me;
      if (agentName !== undefined) renameAgent(ctx.db, agent, agentName);
      if (initials !== undefined) setInitials(ctx.db, agent, initials);
      putSettings(ctx.db, stored);
      updateDueTimes(ctx.db);
      recordActivity(ctx, { kind: 'settingsChanged', agent, conversationId: null, facts });
      return getAllSettings(ctx.db);
    });
    ctx.emit({ name: 'settings.changed', params: {} });
    return ok(settings);
  },

  'agents.list': ({ db }) => {
    const me = getCurrentAgent(db);
    const agents = [me, ...listAgents(db).filter(({ id }) => id !== me.id)];
    return ok({ me: me.name, all: [...new Set(agents.map(({ name }) => name))], agents });
  },

  'agents.switch': (ctx, { id }) => {
    if (!getAgent(ctx.db, id)) return err({ code: 'notFound', what: 'agent', id });
    if (id !== getCurrentAgent(ctx.db).id) switchAgent(ctx, () => id);
    return ok({});
  },

  'agents.add': (ctx, { name }) =>
    findTaken(ctx.db, name) ?? ok({ id: switchAgent(ctx, () => insertAgent(ctx.db, name)) }),
} satisfies Partial<Handlers>;

/** Makes the agent whose id `toId` returns the current one; in the log it is the first thing that they do. */
function switchAgent(ctx: EngineContext, toId: () => string): string {
  const id = inTransaction(ctx.db, () => {
    const facts = { from: getCurrentAgent(ctx.db).id };
    const agent = toId();
    setCurrentAgent(ctx.db, agent);
    recordActivity(ctx, { kind: 'agentSwitched', agent, conversationId: null, facts });
    return agent;
  });
  ctx.emit({ name: 'settings.changed', params: {} });
  tellCurrentAgent(ctx);
  return id;
}

/** The failure to give an agent (`own`, or a new one) a name that another agent has. */
function findTaken(db: Db, name: string, own?: string): Result<never, AppError> | null {
  const wanted = toComparable(name);
  const holder = listAgents(db).find((agent) => agent.id !== own && toComparable(agent.name) === wanted);
  return holder ? err({ code: 'agentNameTaken', ...holder }) : null;
}

/** The failure to set office hours in a time zone that is not known here. */
function findUnknownTimeZone({ officeHours }: Partial<WorkspaceSettings>): Result<never, AppError> | null {
  const timeZone = officeHours?.timeZone ?? null;
  if (timeZone === null || isKnownTimeZone(timeZone)) return null;
  const remedy = 'write one such as Europe/Brussels, or null for that of the computer';
  const reason = `is no time zone that this computer knows; ${remedy}; found ${JSON.stringify(timeZone)}`;
  return err({ code: 'invalid', path: 'officeHours.timeZone', reason });
}

const toComparable = (name: string) => name.normalize('NFKC').toLowerCase();

function getAllSettings(db: Db): WorkspaceSettings {
  const me = getCurrentAgent(db);
  return { agentName: me.name, initials: getInitials(db, me), ...getSettings(db) };
}

// Facts of an activity are plain values.
function toFacts(changed: Partial<WorkspaceSettings>): Activity['facts'] {
  const plain = Object.entries(changed).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : value,
  ]);
  return Object.fromEntries(plain);
}
