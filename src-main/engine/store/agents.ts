import { v7 } from 'uuid';
import { toInitials } from '#shared/domain/initials.ts';
import { MAX_AGENT_NAME } from '#shared/domain/workspaceSettings.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';
import { all, get, run } from './sql.ts';

/** A person who works with Perch. The id stays when the name changes. Names of old stores may be shared by two agents. */
export interface Agent {
  /** A UUIDv7. */
  readonly id: string;
  readonly name: string;
}

/** The agent who works at this computer. */
export function getCurrentAgent(db: Db): Agent {
  const id = getSetting(db, 'agentId');
  const agent = typeof id === 'string' ? getAgent(db, id) : null;
  return agent ?? insertCurrentAgent(db, '');
}

/** Inserts the current agent unless the workspace has one. */
export function ensureCurrentAgent(db: Db, name: string): void {
  if (getSetting(db, 'agentId') === null) insertCurrentAgent(db, name);
}

function insertCurrentAgent(db: Db, given: string): Agent {
  const name = given.trim().slice(0, MAX_AGENT_NAME) || 'Agent';
  const id = insertAgent(db, name);
  setCurrentAgent(db, id);
  return { id, name };
}

/** Renames an agent, in everything that they did before, too. */
export function renameAgent(db: Db, id: string, name: string): void {
  run(db, 'UPDATE agents SET name = ? WHERE id = ?', name, id);
}

/** The initials of an agent: those that were set, else those that their name gives. */
export function getInitials(db: Db, { id, name }: Agent): string {
  const set = get<{ initials: string | null }>(db, 'SELECT initials FROM agents WHERE id = ?', id)?.initials;
  return set ?? toInitials(name);
}

/** Sets the initials of an agent; empty for those that their name gives. */
export function setInitials(db: Db, id: string, initials: string): void {
  run(db, `UPDATE agents SET initials = nullif(?, '') WHERE id = ?`, initials, id);
}

/** The id of the agent with this id or name: the current one if the name is theirs, else the first; null if nobody has it. */
export function findAgentId(db: Db, idOrName: string): string | null {
  const current = getCurrentAgent(db);
  if (current.name === idOrName) return current.id;
  const text =
    'SELECT id FROM agents WHERE id = :idOrName OR name = :idOrName ORDER BY id <> :idOrName, id LIMIT 1';
  return get<{ id: string }>(db, text, { idOrName })?.id ?? null;
}

/** As `findAgentId`; a new agent if nobody has the id or name. */
export function requireAgentId(db: Db, idOrName: string): string {
  return findAgentId(db, idOrName) ?? insertAgent(db, idOrName);
}

/** Everybody who has worked in this workspace, or was assigned a conversation, by name. */
export function listAgents(db: Db): Agent[] {
  return all<Agent>(db, 'SELECT id, name FROM agents ORDER BY name, id');
}

/** The agent with this id; null if there is none. */
export function getAgent(db: Db, id: string): Agent | null {
  return get<Agent>(db, 'SELECT id, name FROM agents WHERE id = ?', id);
}

/** Makes this agent the current one. */
export function setCurrentAgent(db: Db, id: string): void {
  putSetting(db, 'agentId', id);
}

/** The name of the agent whose id is in `column`, as an SQL expression; the id itself if the agent is not known. */
export const nameOfAgent = (column: string): string =>
  `coalesce((SELECT name FROM agents WHERE id = ${column}), ${column})`;

/** The id of the current agent, as an SQL expression. */
export const currentAgentId = `SELECT iif(json_valid(value), value ->> '$', NULL) FROM settings WHERE name = 'agentId'`;

/** Inserts a new agent and returns their id. */
export function insertAgent(db: Db, name: string): string {
  const id = v7();
  run(db, 'INSERT INTO agents (id, name) VALUES (?, ?)', id, name);
  return id;
}
