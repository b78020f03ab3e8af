import { Activity, ActivityKind } from '#shared/domain/activity.ts';
import { nameOfAgent } from './agents.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';
import { UndoFacts } from './undoFacts.ts';

interface ActivityRow {
  readonly id: string;
  readonly at: number;
  readonly agent: string | null;
  readonly kind: string;
  readonly conversation_id: string | null;
  readonly facts: string;
}

/**
 * Appends to the audit log; `agent` is the id of an agent there, and in the facts of `assigned`. An id that is already in it is
 * ignored. `undo` is what undoing it needs, `bulk` the common id of the activities of one bulk change.
 */
export function insertActivity(
  db: Db,
  activity: Activity,
  { undo, bulk = null }: { readonly undo?: UndoFacts; readonly bulk?: string | null } = {},
): void {
  const { id, at, agent, kind, conversationId, facts } = activity;
  const text = `INSERT OR IGNORE INTO activities (id, at, agent, kind, conversation_id, facts, undo, bulk)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  const json = undo === undefined ? null : JSON.stringify(undo);
  run(db, text, id, at, agent, kind, conversationId, JSON.stringify(facts), json, bulk);
}

/** An activity as undoing it sees it. */
export interface PastActivity {
  readonly id: string;
  readonly kind: string;
  readonly conversationId: string | null;
  /** Null if it cannot be undone, also because what is stored is damaged. */
  readonly undo: UndoFacts | null;
  readonly isUndone: boolean;
}

type PastRow = Omit<PastActivity, 'undo' | 'isUndone'> & { undo: string | null; isUndone: number };

const past = `SELECT id, kind, conversation_id AS conversationId, undo, EXISTS (SELECT 1 FROM activities u
    WHERE u.conversation_id IS a.conversation_id AND u.at >= a.at AND u.kind = 'undone'
      AND iif(json_valid(u.facts), u.facts ->> 'activityId', NULL) = a.id) AS isUndone
  FROM activities a`;

/** The activity with this id; null if there is none. */
export function getPastActivity(db: Db, id: string): PastActivity | null {
  const row = get<PastRow>(db, `${past} WHERE id = ?`, id);
  return row ? toPastActivity(row) : null;
}

/** The activities of a bulk change. */
export function listPastActivities(db: Db, bulk: string): PastActivity[] {
  return all<PastRow>(db, `${past} WHERE bulk = ? ORDER BY id`, bulk).map(toPastActivity);
}

function toPastActivity(row: PastRow): PastActivity {
  const undo = row.undo === null ? null : parseColumn(UndoFacts, row.undo, null);
  return { ...row, undo, isUndone: row.isUndone === 1 };
}

/** The activities of a person's conversations, and those on the person, between two times (both inclusive), oldest first. */
export function listActivities(db: Db, personId: string, from: number, to: number): Activity[] {
  const text = `SELECT a.id, a.at, ${nameOfAgent('a.agent')} AS agent, a.kind, a.conversation_id,
      CASE WHEN NOT json_valid(a.facts) THEN a.facts
        WHEN a.kind = 'assigned' THEN json_set(a.facts, '$.agent', ${nameOfAgent(`a.facts ->> 'agent'`)})
        WHEN a.kind = 'approvalAsked' THEN json_replace(a.facts, '$.approver', ${nameOfAgent(`a.facts ->> 'approver'`)})
        WHEN a.kind = 'surveyFollowUp' THEN json_replace(a.facts, '$.handledBy', ${nameOfAgent(`a.facts ->> 'handledBy'`)})
        WHEN a.kind IN ('replyApproved', 'replyReturned') THEN json_replace(a.facts, '$.author', ${nameOfAgent(`a.facts ->> 'author'`)})
        ELSE a.facts END AS facts
    FROM (
      SELECT a.* FROM conversations c JOIN activities a ON a.conversation_id = c.id
      WHERE c.person_id = ? AND a.at BETWEEN ? AND ?
      UNION ALL
      SELECT a.* FROM activities a WHERE a.conversation_id IS NULL AND a.at BETWEEN ? AND ?
        AND a.kind IN ('personMuted', 'dmsBlocked', 'vipSet') AND iif(json_valid(a.facts), a.facts ->> 'personId', NULL) = ?
    ) a ORDER BY a.at, a.id`;
  return all<ActivityRow>(db, text, personId, from, to, from, to, personId).map(toActivity);
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

/** The reply that a run of a macro has written, by the common id of its activities; null if it wrote none, or is no such run. */
export function getMacroReply(db: Db, bulk: string): string | null {
  const text = `SELECT iif(json_valid(facts), facts ->> 'outboxId', NULL) AS outboxId FROM activities
    WHERE bulk = ? AND kind = 'macroRun'`;
  return get<{ outboxId: string | null }>(db, text, bulk)?.outboxId ?? null;
}
