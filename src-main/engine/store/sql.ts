import type Database from 'better-sqlite3';
import type { Db } from './open.ts';
import { guardRead, guardWrite } from './storeHealth.ts';

/** A value that can be bound to a placeholder. */
export type Value = string | number | bigint | Buffer | null;
export type Bound = Value | Readonly<Record<string, Value>>;

const statements = new WeakMap<Db, Map<string, Database.Statement>>();

/**
 * A statement that SQLite compiles only once. It plans with the value of a placeholder that stands alone after LIMIT, and so compiles the
 * statement again each time that one is bound, which for a page of a list takes as long as reading it.
 */
const toCompiledOnce = (text: string): string =>
  text.replaceAll(/\bLIMIT (\?|[:@]\w+)/g, 'LIMIT CAST($1 AS INTEGER)');

function prepared(db: Db, text: string): Database.Statement {
  const known = statements.get(db) ?? new Map<string, Database.Statement>();
  statements.set(db, known);
  const statement = known.get(text) ?? db.prepare(toCompiledOnce(text));
  known.set(text, statement);
  return statement;
}

/** The rows that `text` selects; the caller vouches for their shape. */
export function all<Row>(db: Db, text: string, ...values: readonly Bound[]): Row[] {
  return guardRead(db, () => prepared(db, text).all(...values) as Row[]);
}

/** The first row that `text` selects, or null. */
export function get<Row>(db: Db, text: string, ...values: readonly Bound[]): Row | null {
  return guardRead(db, () => (prepared(db, text).get(...values) ?? null) as Row | null);
}

/** Executes `text` and returns the number of rows it changed. */
export function run(db: Db, text: string, ...values: readonly Bound[]): number {
  return guardWrite(db, () => prepared(db, text).run(...values).changes);
}

/** How many rows this connection has changed since it was opened, those of search indexes included. */
export function countChanges(db: Db): number {
  return get<{ n: number }>(db, 'SELECT total_changes() AS n')?.n ?? 0;
}

/** Runs `work` in one transaction: stores all of it, or nothing if it throws. Never around an `await`. */
export function inTransaction<T>(db: Db, work: () => T): T {
  return guardWrite(db, () => db.transaction(work).immediate());
}

/**
 * Runs `work` in one transaction as `inTransaction` does, but does not wait until it is on the disk, which takes longer than a short piece of
 * work. It is there with the next transaction that waits; a power cut before that loses it, so it has to be work that is then done again.
 */
export function inUnsyncedTransaction<T>(db: Db, work: () => T): T {
  // The setting has no effect inside a transaction.
  db.pragma('synchronous = NORMAL');
  try {
    return inTransaction(db, work);
  } finally {
    db.pragma('synchronous = FULL');
  }
}
