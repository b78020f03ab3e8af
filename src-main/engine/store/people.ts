import type { Person } from '#shared/domain/person.ts';
import type { XUser } from '../x/xClient.ts';
import { noteChangedNames } from './changedNames.ts';
import type { Db } from './open.ts';
import { toPicture } from './profilePicture.ts';
import { all, get, run } from './sql.ts';

interface PersonRow {
  readonly x_id: string;
  readonly handle: string;
  readonly name: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly picture_url: string | null;
  readonly followers: number | null;
  readonly verified: number | null;
  readonly protected: number | null;
  readonly receives_dms: number | null;
  readonly joined_x_at: number | null;
  /** The time of the person's first message, else of the first capture. */
  readonly first_here_at: number;
}

/**
 * Stores what X says about a person; unknown facts (null) keep their stored value. A handle belongs to one person at a
 * time, whatever its case: an earlier holder loses it and is to be looked up. Returns the ids of the people who changed.
 */
export function upsertPerson(db: Db, user: XUser, now: number): string[] {
  const displaced = takeHandle(db, user, now);
  const changed = writePerson(db, user, now) ? [user.id, ...displaced] : displaced;
  noteChangedNames(db, changed);
  return changed;
}

function takeHandle(db: Db, { id, handle }: XUser, now: number): string[] {
  const text = `UPDATE people SET handle = '', handle_lost_at = ?, updated_at = ?
    WHERE handle = ? COLLATE NOCASE AND handle <> '' AND x_id <> ? RETURNING x_id AS id`;
  return all<{ id: string }>(db, text, now, now, handle, id).map((row) => row.id);
}

function writePerson(db: Db, user: XUser, now: number): boolean {
  const text = `INSERT INTO people (x_id, handle, name, description, location, picture_url, followers, verified,
      protected, receives_dms, joined_x_at, first_seen_at, updated_at)
    VALUES (:id, :handle, :name, :description, :location, :pictureUrl, :followers, :verified,
      :protected, :receivesDms, :joinedXAt, :now, :now)
    ON CONFLICT DO UPDATE SET handle = excluded.handle, name = excluded.name,
      description = coalesce(excluded.description, description), location = coalesce(excluded.location, location),
      picture_url = coalesce(excluded.picture_url, picture_url), followers = coalesce(excluded.followers, followers),
      verified = coalesce(excluded.verified, verified), protected = coalesce(excluded.protected, protected),
      receives_dms = coalesce(excluded.receives_dms, receives_dms),
      joined_x_at = coalesce(excluded.joined_x_at, joined_x_at), updated_at = excluded.updated_at, handle_lost_at = NULL
    WHERE (handle, name) IS NOT (excluded.handle, excluded.name) OR handle_lost_at IS NOT NULL
      OR coalesce(excluded.description, description) IS NOT description
      OR coalesce(excluded.location, location) IS NOT location
      OR coalesce(excluded.picture_url, picture_url) IS NOT picture_url
      OR coalesce(excluded.followers, followers) IS NOT followers
      OR coalesce(excluded.verified, verified) IS NOT verified
      OR coalesce(excluded.protected, protected) IS NOT protected
      OR coalesce(excluded.receives_dms, receives_dms) IS NOT receives_dms`;
  return (
    run(db, text, {
      id: user.id,
      handle: user.handle,
      name: user.name,
      description: user.description,
      location: user.location,
      pictureUrl: user.pictureUrl,
      followers: user.followers,
      verified: toInteger(user.verified),
      protected: toInteger(user.protected),
      receivesDms: toInteger(user.receivesDms),
      joinedXAt: user.joinedXAt,
      now,
    }) > 0
  );
}

/** Inserts rows for people of whom only the id is known; returns how many were not known at all. */
export function ensurePeople(db: Db, ids: readonly string[], now: number): number {
  const text = `INSERT OR IGNORE INTO people (x_id, handle, name, first_seen_at, updated_at)
    SELECT value, '', value, ?, ? FROM json_each(?)`;
  const added = run(db, text, now, now, JSON.stringify(ids));
  noteChangedNames(db, ids);
  return added;
}

/** The ids of everybody. */
export const listPeopleIds = (db: Db): string[] =>
  all<{ id: string }>(db, 'SELECT x_id AS id FROM people').map(({ id }) => id);

/** Names somebody whose handle is unknown, as they were called once; unless somebody else has that handle now. */
export function nameUnknownPerson(db: Db, { id, handle, name }: Pick<XUser, 'id' | 'handle' | 'name'>): void {
  const text = `UPDATE people SET handle = :handle, name = :name WHERE x_id = :id AND handle = ''
    AND NOT EXISTS (SELECT 1 FROM people WHERE handle = :handle COLLATE NOCASE AND handle <> '')`;
  if (run(db, text, { id, handle, name }) > 0) noteChangedNames(db, [id]);
}

/** Those of `ids` whose handle is unknown, unless they were looked up after `askedAfter`. */
export function listUnknownPeople(db: Db, ids: readonly string[], askedAfter: number): string[] {
  const text = `SELECT DISTINCT value AS id FROM json_each(?) WHERE NOT EXISTS (
    SELECT 1 FROM people WHERE x_id = value AND (handle <> '' OR updated_at > ?))`;
  return all<{ id: string }>(db, text, JSON.stringify(ids), askedAfter).map((row) => row.id);
}

/** The ids of people who have lost their handle to somebody else and were not looked up since, the latest first. */
export function listPeopleToLookUp(db: Db, limit: number): string[] {
  const text = `SELECT x_id AS id FROM people WHERE handle_lost_at IS NOT NULL ORDER BY handle_lost_at DESC LIMIT ?`;
  return all<{ id: string }>(db, text, limit).map((row) => row.id);
}

/** Records that people were looked up after they lost their handle; call it before storing those that were found. */
export function notePeopleLookedUp(db: Db, ids: readonly string[]): void {
  const text = 'UPDATE people SET handle_lost_at = NULL WHERE x_id IN (SELECT value FROM json_each(?))';
  run(db, text, JSON.stringify(ids));
}

// Whoever was looked up in vain has been updated since. Mentioned people of whom nothing is stored cost nothing.
const neverLookedUp = `FROM people WHERE handle = '' AND handle_lost_at IS NULL AND updated_at = first_seen_at
  AND EXISTS (SELECT 1 FROM messages WHERE person_id = people.x_id)`;

/** How many people with messages are known by their id only, and were never looked up. */
export function countNeverLookedUp(db: Db): number {
  return get<{ n: number }>(db, `SELECT count(*) AS n ${neverLookedUp}`)?.n ?? 0;
}

/** The ids of some of them. */
export function listNeverLookedUp(db: Db, limit: number): string[] {
  return all<{ id: string }>(db, `SELECT x_id AS id ${neverLookedUp} LIMIT ?`, limit).map((row) => row.id);
}

/** Records that people were looked up in vain; call it before storing those that were found. */
export function notePeopleUnknown(db: Db, ids: readonly string[], now: number): void {
  const text = `UPDATE people SET updated_at = max(?, first_seen_at + 1) WHERE handle = '' AND x_id IN (SELECT value FROM json_each(?))`;
  if (ids.length > 0) run(db, text, now, JSON.stringify(ids));
}

/** Everything known about a person, or null. */
export function getPerson(db: Db, id: string): Person | null {
  const text = `SELECT p.*, coalesce(
      (SELECT at FROM messages WHERE person_id = p.x_id AND author_id = p.x_id ORDER BY id LIMIT 1),
      first_seen_at) AS first_here_at FROM people p WHERE x_id = ?`;
  const row = get<PersonRow>(db, text, id);
  return row ? toPerson(row) : null;
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.x_id,
    handle: row.handle,
    name: row.name,
    ...toPicture(row.picture_url),
    description: row.description,
    location: row.location,
    followers: row.followers,
    verified: toBoolean(row.verified),
    protected: toBoolean(row.protected),
    receivesDms: toBoolean(row.receives_dms),
    firstSeenAt: row.first_here_at,
    joinedXAt: row.joined_x_at,
  };
}

const toInteger = (value: boolean | null): number | null => (value === null ? null : Number(value));
const toBoolean = (value: number | null): boolean | null => (value === null ? null : value === 1);
