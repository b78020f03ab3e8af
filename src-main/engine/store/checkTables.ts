import type Database from 'better-sqlite3';

type Connection = Pick<Database.Database, 'prepare' | 'pragma'>;

/**
 * Checks the tables of a store one after the other by SQLite's quick check, and yields for each of them what is wrong with it, or null.
 *
 * The full-text indexes are not asked, only the tables in which FTS5 keeps them: SQLite compares all their lists of words with each other
 * (since 3.44, https://www.sqlite.org/releaselog/3_44_0.html), which takes several times as long as everything else together. An index that
 * contradicts itself can be built again, so it is no damage of the store.
 */
export function* checkTables(db: Connection): Generator<string | null> {
  const text = `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')`;
  for (const table of db.prepare(text).pluck().all()) {
    const found = db.pragma(`quick_check('${String(table).replaceAll("'", "''")}')`, { simple: true });
    yield found === 'ok' ? null : String(found);
  }
}

/** What is wrong with the tables of a store; null if nothing is. */
export function findTableDamage(db: Connection): string | null {
  for (const damage of checkTables(db)) if (damage !== null) return damage;
  return null;
}

/** The same, but also compares tables with their indexes, and the pages of the file with each other, which takes longer. */
export function findAnyDamage(db: Connection): string | null {
  const found = db.prepare('PRAGMA integrity_check').pluck().all().map(String);
  return found.find((line) => line !== 'ok' && !/\bfts5\b/i.test(line)) ?? null;
}
