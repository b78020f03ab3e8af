import type { PersonSummary } from '#shared/domain/person.ts';
import { tokeniseQuery, toWords } from '#shared/foldText.ts';
import { storedViews } from './conversations.ts';
import type { Db } from './open.ts';
import { toPicture } from './profilePicture.ts';
import { all, get } from './sql.ts';

/** What identifies a person in a search. */
export interface NamedPerson {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly updatedAt: number;
}

const columns = 'p.x_id AS id, p.handle, p.name, p.updated_at AS updatedAt';

/** In the order of the index of each view, so that they are merged without sorting. */
const ofViews = storedViews.map(
  (view) => `SELECT person_id, last_at, id FROM conversations WHERE view = '${view}'`,
);

/** The people of the `limit` most recently active conversations. */
export function listActivePeople(db: Db, limit: number): NamedPerson[] {
  const text = `SELECT ${columns} FROM people p WHERE p.x_id IN (
    SELECT person_id FROM (${ofViews.join(' UNION ALL ')} ORDER BY last_at DESC, id DESC LIMIT ?))`;
  return all<NamedPerson>(db, text, limit);
}

/** People with conversations that were updated at `since` or later, in the order of the updates. */
export function listPeopleUpdatedSince(db: Db, since: number): NamedPerson[] {
  const text = `SELECT ${columns} FROM people p WHERE p.updated_at >= ?
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.person_id = p.x_id) ORDER BY p.updated_at`;
  return all<NamedPerson>(db, text, since);
}

/** The id of the person who holds a handle now, whatever its case; null if nobody is known to. */
export function getHolderOf(db: Db, handle: string): string | null {
  const text = `SELECT x_id AS id FROM people WHERE handle = ? COLLATE NOCASE AND handle <> ''`;
  return get<{ id: string }>(db, text, handle)?.id ?? null;
}

/** The ids of people whose handle or name contains `part`, or whose name contains it when both are folded. */
export function listPeopleWith(db: Db, part: string, limit: number): string[] {
  const text = `SELECT x_id AS id FROM people p
    WHERE (instr(lower(handle), :lower) OR instr(lower(name), :lower) OR instr(folded_name, :folded))
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.person_id = p.x_id) LIMIT :limit`;
  const lower = part.toLowerCase();
  // instr() finds an empty text in everything.
  const folded = toWords(tokeniseQuery(part)).join(' ') || lower;
  return all<{ id: string }>(db, text, { lower, folded, limit }).map((row) => row.id);
}

/** The people of conversations, by the ids of these; unknown ids are left out. */
export function mapPeopleOf(db: Db, conversationIds: readonly string[]): Map<string, PersonSummary> {
  const text = `SELECT c.id AS conversationId, p.x_id AS id, p.handle, p.name, p.picture_url AS url
    FROM json_each(?) wanted CROSS JOIN conversations c ON c.id = wanted.value JOIN people p ON p.x_id = c.person_id`;
  const rows = all<PersonSummary & { conversationId: string; url: string | null }>(
    db,
    text,
    JSON.stringify(conversationIds),
  );
  return new Map(
    rows.map(({ conversationId, url, ...person }) => [conversationId, { ...person, ...toPicture(url) }]),
  );
}
