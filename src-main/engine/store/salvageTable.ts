import type Database from 'better-sqlite3';
import { fromKeyNumber, type KeyNumber, maxKeyNumber, toKeyNumber } from './keyNumber.ts';

type Row = Readonly<Record<string, unknown>>;

/** A table of a damaged store, and how its rows are found in the order of its B-tree. */
export interface SalvagedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** `rowid`, or the first column of the primary key of a table without row ids. */
  readonly key: string;
  readonly isText: boolean;
}

/**
 * Reads all rows of a table that can be read, in the order of the key, and skips unreadable pages:
 *
 *     1 2 3 │ ? ? ? ? │ 8 9       read forwards until a row fails (after 3)
 *           ▲         ▲           try the next keys of an index that is readable; without one 3+1, 3+2, 3+4, … until one can be
 *           └─────────┘           read, then halve the distance until the first readable one is found (8), and go on from there
 *
 * Rows may be taken twice. Returns how many times it had to skip something.
 */
export function salvageTable(db: Database.Database, table: SalvagedTable, take: (row: Row) => void): number {
  const reader = createReader(db, table);
  let skipped = 0;
  for (let from: KeyNumber | null = reader.lowest; from !== null; ) {
    const failedAt = reader.readFrom(from, take);
    if (failedAt === null) break;
    skipped += 1;
    from = findIndexed(reader, failedAt) ?? findReadable(reader, failedAt);
  }
  // Brings what is left of rows that share the first column of their key with the last one before a gap.
  if (skipped > 0) reader.readBackwards(take);
  return skipped;
}

interface Reader {
  readonly lowest: KeyNumber;
  readonly highest: KeyNumber;
  /** Takes rows until one fails. Returns the first key that may be unreadable; null at the end of the table. */
  readFrom(from: KeyNumber, take: (row: Row) => void): KeyNumber | null;
  /** Takes rows from the end until one fails. */
  readBackwards(take: (row: Row) => void): void;
  /** The keys that an index knows, in order; none if there is no readable index. */
  readonly indexed: () => readonly KeyNumber[];
  /** Whether the first row from this key on can be read, or there is none. */
  isReadable(from: KeyNumber): boolean;
}

function createReader(db: Database.Database, table: SalvagedTable): Reader {
  const { isText } = table;
  const toKey = (value: KeyNumber) => fromKeyNumber(value, isText);
  const { read, probe, backwards } = prepareReads(db, table);
  let indexed: readonly KeyNumber[] | null = null;
  return {
    lowest: isText ? 0n : -(2n ** 63n),
    highest: maxKeyNumber(isText),
    indexed: () => {
      indexed ??= listIndexedKeys(db, table);
      return indexed;
    },
    readFrom: (from, take) => {
      let next = from;
      const isComplete = attempt(() => {
        for (const found of read.iterate(toKey(from))) {
          const { 'the key': key, ...row } = found as Row & { 'the key': bigint | string };
          take(row);
          next = toKeyNumber(key) + 1n;
        }
      });
      return isComplete ? null : next;
    },
    readBackwards: (take) => {
      attempt(() => {
        for (const row of backwards.iterate()) take(row as Row);
      });
    },
    isReadable: (from) => attempt(() => probe.get(toKey(from))),
  };
}

function prepareReads(db: Database.Database, { name, columns: names, key }: SalvagedTable) {
  const columns = names.map((column) => `"${column}"`).join(', ');
  const order = `FROM "${name}" NOT INDEXED WHERE ${key} >= ? ORDER BY ${key}`;
  const prepare = (text: string) => db.prepare(text).safeIntegers(true);
  return {
    read: prepare(`SELECT ${key} AS "the key", ${columns} ${order}`),
    probe: prepare(`SELECT ${columns} ${order} LIMIT 1`),
    backwards: prepare(`SELECT ${columns} FROM "${name}" NOT INDEXED ORDER BY ${key} DESC`),
  };
}

/** Whether reading succeeded. */
function attempt(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

/** The keys of a table as the first index that can be read to its end has them. */
function listIndexedKeys(db: Database.Database, { name, key }: SalvagedTable): KeyNumber[] {
  const indexes = db
    .prepare(`SELECT name FROM pragma_index_list(?) WHERE partial = 0 AND origin = 'c'`)
    .pluck()
    .all(name);
  for (const index of indexes) {
    try {
      const text = `SELECT DISTINCT ${key} FROM "${name}" INDEXED BY "${String(index)}"`;
      const keys = db.prepare(text).pluck().safeIntegers(true).all() as (bigint | string)[];
      return keys.map(toKeyNumber).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    } catch {
      // This index is damaged too.
    }
  }
  return [];
}

/** The first key of an index above an unreadable one whose row can be read; null if there is none. */
function findIndexed(reader: Reader, failedAt: KeyNumber): KeyNumber | null {
  return reader.indexed().find((key) => key > failedAt && reader.isReadable(key)) ?? null;
}

/** The first readable key above an unreadable one; null if nothing above it is readable. */
function findReadable(reader: Reader, failedAt: KeyNumber): KeyNumber | null {
  let bad = failedAt;
  let step = 1n;
  // At the lowest key there is nothing near: the distance to the first row is unknown.
  while (bad + step <= reader.highest && !reader.isReadable(bad + step)) {
    bad += step;
    step *= 2n;
  }
  if (bad + step > reader.highest) return null;
  let good = bad + step;
  while (good - bad > 1n) {
    const middle = bad + (good - bad) / 2n;
    if (reader.isReadable(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
