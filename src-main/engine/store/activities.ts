import { Activity, ActivityKind } from '#shared/domain/activity.ts';
import { nameOfAgent } from './agents.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, run } from './sql.ts';

interface ActivityRow {
  readonly id: string;
  readonly at: number;
  readonly agent: string | null;
  readonly kind: string;
  readonly conversation_id: string | null;
  readonly facts: string;
}

/** Appends to the audit log; `agent` is the id of an agent there, and in the facts of `assigned`. An id that is already in it is ignored. */
export function insertActivity(db: Db, activity: Activity): void {
  const { id, at, agent, kind, conversationId, facts } = activity;
  const text = 'INSERT OR IGNORE INTO activities VALUES (?, ?, ?, ?, ?, ?)';
  run(db, text, id, at, agent, kind, conversationId, JSON.stringify(facts));
}

/** The activities of a person's conversations between two times (both inclusive), oldest first. */
export function listActivities(db: Db, personId: string, from: number, to: number): Activity[] {
  const text = `SELECT a.id, a.at, ${nameOfAgent('a.agent')} AS agent, a.kind, a.conversation_id,
      iif(a.kind = 'assigned' AND json_valid(a.facts), json_set(a.facts, '$.agent', ${nameOfAgent(`a.facts ->> 'agent'`)}), a.facts) AS facts
    FROM conversations c JOIN activities a ON a.conversation_id = c.id
    WHERE c.person_id = ? AND a.at BETWEEN ? AND ? ORDER BY a.at, a.id`;
  return all<ActivityRow>(db, text, personId, from, to).map(toActivity);
}

function toActivity(row: ActivityRow): Activity {
  return {
    id: row.id,
    at: row.at,
    agent: row.agent,
    kind: ActivityKind.parse(row.kind),
    conversationId: row.conversation_id,
    facts: parseColumn(Activity.shape.facts, row.facts, {}),
  };
}
