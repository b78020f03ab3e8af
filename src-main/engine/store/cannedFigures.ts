import type { Db } from './open.ts';
import { all } from './sql.ts';

/** How the replies with a canned response ended, and how often its wording was changed for them. */
export interface CannedFigures {
  /** Of the conversations in which it was sent last: resolved without another question, and asked again. */
  readonly resolved: number;
  readonly askedAgain: number;
  /** Of the uses since it was changed last: all, and those with another wording. */
  readonly uses: number;
  readonly edited: number;
}

/** So many of the last uses tell how it is now. */
const LATEST = 50;

/** SQL condition: in the conversation of the use `u`, its person has asked something after the reply `o`. */
const isAskedAgain = `EXISTS (SELECT 1 FROM messages w WHERE w.conversation_id = u.conversation_id AND w.role = 'wanted'
  AND w.id > (SELECT m.id FROM messages m WHERE m.kind = iif(o.channel = 'dm', 'dm', 'post') AND m.x_id = o.x_id)
  AND NOT is_only_thanks(w.text))`;

/** The figures of those of these canned responses that were used, by their ids. */
export function getCannedFigures(db: Db, ids: readonly string[]): Map<string, CannedFigures> {
  const text = `SELECT id, sum(isResolved AND NOT isAsked) AS resolved, sum(isAsked) AS askedAgain, sum(isSince) AS uses,
      sum(isSince AND edited) AS edited
    FROM (SELECT r.id, u.edited, u.sent_at >= r.updated_at AS isSince, c.status = 'resolved' AS isResolved, ${isAskedAgain} AS isAsked
      FROM json_each(?) wanted CROSS JOIN canned_responses r ON r.id = wanted.value
      CROSS JOIN canned_uses u ON u.canned_id = r.id AND u.sent_at IS NOT NULL AND u.sent_at >= coalesce(
        (SELECT sent_at FROM canned_uses WHERE canned_id = r.id AND sent_at IS NOT NULL ORDER BY sent_at DESC LIMIT 1 OFFSET ${LATEST}), 0)
      JOIN outbox o ON o.id = u.outbox_id JOIN conversations c ON c.id = u.conversation_id) GROUP BY id`;
  const rows = all<CannedFigures & { id: string }>(db, text, JSON.stringify(ids));
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}

/** The texts with which a canned response was sent last in place of its wording since it was changed, the newest first. */
export function listEditedTexts(db: Db, id: string, limit: number): { text: string; at: number }[] {
  const text = `SELECT o.text, u.sent_at AS at FROM canned_responses r
    CROSS JOIN canned_uses u ON u.canned_id = r.id AND u.sent_at IS NOT NULL AND u.sent_at >= r.updated_at AND u.edited = 1
    JOIN outbox o ON o.id = u.outbox_id WHERE r.id = ? ORDER BY u.sent_at DESC LIMIT ?`;
  return all<{ text: string; at: number }>(db, text, id, limit);
}
