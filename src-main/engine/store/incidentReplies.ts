import type { Db } from './open.ts';
import { all, run } from './sql.ts';

/** A conversation that waits for a reply, with the newest post of its person. */
export interface WaitingMention {
  readonly conversationId: string;
  readonly personId: string;
  readonly handle: string;
  readonly name: string;
  readonly text: string;
  /** The message up to which an agent has seen it who sees this. */
  readonly seenThrough: string;
  /** The public reply that somebody is writing; null for none. */
  readonly draft: string | null;
}

/** The conversations in the queue whose person posted since a time, the newest post first, one for each person. */
export function listWaitingMentions(db: Db, since: number, limit: number): WaitingMention[] {
  const text = `SELECT c.id AS conversationId, c.person_id AS personId, p.handle, p.name, m.text,
      c.last_message_id AS seenThrough,
      (SELECT d.text FROM drafts d WHERE d.conversation_id = c.id AND d.channel = 'public') AS draft
    FROM conversations c CROSS JOIN messages m ON m.id = (SELECT max(n.id) FROM messages n
        WHERE n.conversation_id = c.id AND n.role = 'wanted' AND n.kind = 'post' AND n.deleted_at IS NULL)
      CROSS JOIN people p ON p.x_id = c.person_id
    WHERE c.in_queue = 1 AND c.last_at >= :since AND m.at >= :since
    ORDER BY m.id DESC LIMIT :limit`;
  const known = new Set<string>();
  return all<WaitingMention>(db, text, { since, limit }).filter(({ personId }) => {
    const isNew = !known.has(personId);
    known.add(personId);
    return isNew;
  });
}

export function insertIncidentReply(
  db: Db,
  reply: { readonly outboxId: string; readonly incidentId: string; readonly conversationId: string },
): void {
  const text = `INSERT INTO incident_replies (outbox_id, incident_id, conversation_id)
    VALUES (:outboxId, :incidentId, :conversationId)`;
  run(db, text, reply);
}

/** The replies to an incident that are held until their time, the next first. */
export function listHeldReplies(
  db: Db,
  incidentId: string,
): { readonly id: string; readonly at: number; readonly text: string }[] {
  const text = `SELECT o.id, o.ready_at AS at, o.text FROM incident_replies r CROSS JOIN outbox o ON o.id = r.outbox_id
    WHERE r.incident_id = ? AND o.state = 'held' ORDER BY o.ready_at, o.id`;
  return all(db, text, incidentId);
}
