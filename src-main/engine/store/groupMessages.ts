import type { PersonSummary } from '#shared/domain/person.ts';
import type { Db } from './open.ts';
import { toPicture } from './profilePicture.ts';
import { all, run } from './sql.ts';

interface GroupMessage {
  readonly messageId: number;
  readonly groupId: string;
  readonly authorId: string;
}

/** Records that a private message was written in a group. */
export function putGroupMessage(db: Db, { messageId, groupId, authorId }: GroupMessage): void {
  run(db, 'INSERT OR IGNORE INTO group_messages VALUES (?, ?, ?)', messageId, groupId, authorId);
}

/** The group in which the message with this row id was written, null for others, in SQL. */
export const groupOf = (id: string): string =>
  `(SELECT group_id FROM group_messages WHERE message_id = ${id})`;

interface WriterRow {
  readonly groupId: string;
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly pictureUrl: string | null;
}

/** The people who wrote in these groups, without the account, by the id of the group. */
export function mapGroupWriters(db: Db, groupIds: readonly string[]): ReadonlyMap<string, PersonSummary[]> {
  if (groupIds.length === 0) return new Map();
  const text = `SELECT w.groupId, p.x_id AS id, p.handle, p.name, p.picture_url AS pictureUrl
    FROM (SELECT DISTINCT group_id AS groupId, author_id AS authorId FROM group_messages
      WHERE group_id IN (SELECT value FROM json_each(?))) w
    JOIN people p ON p.x_id = w.authorId WHERE p.x_id NOT IN (SELECT x_id FROM account) ORDER BY p.x_id`;
  const writers = new Map<string, PersonSummary[]>();
  for (const { groupId, id, handle, name, pictureUrl } of all<WriterRow>(
    db,
    text,
    JSON.stringify(groupIds),
  )) {
    const writer = { id, handle, name, ...toPicture(pictureUrl) };
    writers.set(groupId, [...(writers.get(groupId) ?? []), writer]);
  }
  return writers;
}
