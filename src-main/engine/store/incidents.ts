import { z } from 'zod';
import {
  EntryFacts,
  EntryKind,
  type Incident,
  type IncidentEntry,
  IncidentRole,
  Statement,
} from '#shared/domain/incident.ts';
import { getAgent, nameOfAgent } from './agents.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** The id of the agent of each role. */
const Roles = z.partialRecord(IncidentRole, z.string());
export type Roles = z.infer<typeof Roles>;

type IncidentRow = Omit<Incident, 'statement' | 'roles'> & Record<'statement' | 'roles', string>;

const select = `SELECT id, title, started_at AS startedAt, ${nameOfAgent('started_by')} AS startedBy, ended_at AS endedAt,
    iif(ended_by IS NULL, NULL, ${nameOfAgent('ended_by')}) AS endedBy, statement, roles
  FROM incidents`;

/** The incident with this id; null if there is none. */
export function getIncident(db: Db, id: string): Incident | null {
  const row = get<IncidentRow>(db, `${select} WHERE id = ?`, id);
  return row && toIncident(db, row);
}

/** The incident that is running; null without one. */
export function getRunningIncident(db: Db): Incident | null {
  const row = get<IncidentRow>(db, `${select} WHERE ended_at IS NULL`);
  return row && toIncident(db, row);
}

/** Whether an incident is running. */
export const isCrisisOn = (db: Db): boolean =>
  get(db, 'SELECT 1 FROM incidents WHERE ended_at IS NULL') !== null;

/** Incidents, the newest first. */
export function listIncidents(db: Db, limit: number): Incident[] {
  const rows = all<IncidentRow>(db, `${select} ORDER BY started_at DESC, id DESC LIMIT ?`, limit);
  return rows.map((row) => toIncident(db, row));
}

function toIncident(db: Db, { statement, roles, ...row }: IncidentRow): Incident {
  const agents = Object.entries(parseColumn(Roles, roles, {})).flatMap(([role, id]) => {
    const agent = getAgent(db, id);
    return agent ? [[role, agent] as const] : [];
  });
  return { ...row, statement: parseColumn(Statement, statement, []), roles: Object.fromEntries(agents) };
}

export function insertIncident(
  db: Db,
  incident: Pick<Incident, 'id' | 'title' | 'startedAt' | 'startedBy' | 'statement'>,
): void {
  const text = `INSERT INTO incidents (id, title, started_at, started_by, statement, roles)
    VALUES (:id, :title, :startedAt, :startedBy, :statement, '{}')`;
  run(db, text, { ...incident, statement: JSON.stringify(incident.statement) });
}

export function setStatement(db: Db, id: string, statement: Statement): void {
  run(db, 'UPDATE incidents SET statement = ? WHERE id = ?', JSON.stringify(statement), id);
}

export function setRoles(db: Db, id: string, roles: Roles): void {
  run(db, 'UPDATE incidents SET roles = ? WHERE id = ?', JSON.stringify(roles), id);
}

/** Records the end of an incident, by the id of an agent. */
export function endIncidentAt(db: Db, id: string, at: number, agent: string): void {
  run(db, 'UPDATE incidents SET ended_at = ?, ended_by = ? WHERE id = ?', at, agent, id);
}

type EntryRow = Omit<IncidentEntry, 'kind' | 'facts'> & Record<'kind' | 'facts', string>;

/** Appends to the log of an incident; `agent` is an id. */
export function insertEntry(db: Db, incidentId: string, entry: IncidentEntry): void {
  const text = `INSERT INTO incident_entries (incident_id, id, at, agent, kind, text, facts)
    VALUES (:incidentId, :id, :at, :agent, :kind, :text, :facts)`;
  run(db, text, { ...entry, incidentId, facts: JSON.stringify(entry.facts) });
}

/** The newest entries of the log of an incident, the newest first. */
export function listEntries(db: Db, incidentId: string, limit: number): IncidentEntry[] {
  const text = `SELECT id, at, iif(agent IS NULL, NULL, ${nameOfAgent('agent')}) AS agent, kind, text, facts
    FROM incident_entries WHERE incident_id = ? ORDER BY row_id DESC LIMIT ?`;
  return all<EntryRow>(db, text, incidentId, limit).map((row) => ({
    ...row,
    kind: EntryKind.parse(row.kind),
    facts: parseColumn(EntryFacts, row.facts, {}),
  }));
}

export function countEntries(db: Db, incidentId: string): number {
  const text = 'SELECT count(*) AS count FROM incident_entries WHERE incident_id = ?';
  return get<{ count: number }>(db, text, incidentId)?.count ?? 0;
}

/** Takes the handle of a person who is erased out of the logs; what else was noted stays. */
export function forgetHandleInLogs(db: Db, handle: string): void {
  if (handle === '') return;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${handle}(?![\\p{L}\\p{N}_])`, 'giu');
  const text = 'SELECT row_id AS rowId, text FROM incident_entries WHERE instr(lower(text), lower(?)) > 0';
  for (const entry of all<{ rowId: number; text: string }>(db, text, handle)) {
    const changed = entry.text.replace(pattern, '…');
    if (changed !== entry.text)
      run(db, 'UPDATE incident_entries SET text = ? WHERE row_id = ?', changed, BigInt(entry.rowId));
  }
}
