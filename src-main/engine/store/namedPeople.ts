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
}

/** The person of a conversation, and the position of this conversation among all by their last activity. */
export interface ActivePerson extends NamedPerson {
  readonly lastAt: number;
  readonly conversationId: string;
}

/** In the order of the index of each view, so that they are merged without sorting. */
const ofViews = storedViews.map(
  (view) => `SELECT person_id AS id, handle, name, last_at AS lastAt, id AS conversationId FROM conversations
    WHERE view = '${view}' AND (last_at, id) < (:lastAt, :conversationId)`,
);

/** The people of the conversations that were active before a position, the latest first; a person of several conversations several times. */
export function listActivePeople(
  db: Db,
  { lastAt, conversationId }: Pick<ActivePerson, 'lastAt' | 'conversationId'>,
  limit: number,
): ActivePerson[] {
  const text = `${ofViews.join(' UNION ALL ')} ORDER BY lastAt DESC, conversationId DESC LIMIT :limit`;
  return all<ActivePerson>(db, text, { lastAt, conversationId, limit });
}

/** Those of `ids` who have a conversation. */
export function listNamedPeople(db: Db, ids: readonly string[]): NamedPerson[] {
  const text = `SELECT x_id AS id, handle, name FROM people WHERE x_id IN (SELECT value FROM json_each(?) wanted)
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.person_id = x_id)`;
  return all<NamedPerson>(db, text, JSON.stringify(ids));
}

/** The id of the person who holds a handle now, whatever its case; null if nobody is known to. */
export function getHolderOf(db: Db, handle: string): string | null {
  const text = `SELECT x_id AS id FROM people WHERE handle = ? COLLATE NOCASE AND handle <> ''`;
  return get<{ id: string }>(db, text, handle)?.id ?? null;
}

/** People by their ids: after the first, up to and including the other. */
export interface PeopleRange {
  readonly after: string;
  readonly through: string;
}

/** A part of a handle or name that somebody looks for. */
export interface NamePart {
  readonly lower: string;
  readonly folded: string;
}

export function toNamePart(text: string): NamePart {
  const lower = text.toLowerCase();
  // instr() finds an empty text in everything.
  return { lower, folded: toWords(tokeniseQuery(text)).join(' ') || lower };
}

/** The handles and names of the first `limit` people of a range, as `listPeopleWith` compares them. */
export function listNames(
  db: Db,
  { after, through }: PeopleRange,
  limit: number,
): { id: string; names: string }[] {
  const text = `SELECT x_id AS id, lower(handle) || char(10) || lower(name) || char(10) || coalesce(folded_name, '') AS names
    FROM people WHERE x_id > ? AND x_id <= ? ORDER BY x_id LIMIT ?`;
  return all(db, text, after, through, limit);
}

/** The ids of people of a range with conversations whose handle or name contains `part`, or whose name contains it when both are folded. */
export function listPeopleWith(db: Db, part: NamePart, range: PeopleRange, limit: number): string[] {
  const text = `SELECT x_id AS id FROM people p WHERE x_id > :after AND x_id <= :through
    AND (instr(lower(handle), :lower) OR instr(lower(name), :lower) OR instr(folded_name, :folded))
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.person_id = p.x_id) LIMIT :limit`;
  return all<{ id: string }>(db, text, { ...part, ...range, limit }).map((row) => row.id);
}

/** The people of conversations, by the ids of these; unknown ids are left out. */
export function mapPeopleOf(db: Db, conversationIds: readonly string[]): Map<string, PersonSummary> {
  // A conversation has a copy of what its person is called.
  const text = `SELECT c.id AS conversationId, c.person_id AS id, c.handle, c.name, c.picture_url AS url
    FROM json_each(?) wanted CROSS JOIN conversations c ON c.id = wanted.value`;
  const rows = all<PersonSummary & { conversationId: string; url: string | null }>(
    db,
    text,
    JSON.stringify(conversationIds),
  );
  return new Map(
    rows.map(({ conversationId, url, ...person }) => [conversationId, { ...person, ...toPicture(url) }]),
  );
}
