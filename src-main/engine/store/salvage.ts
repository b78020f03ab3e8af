import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { mendOrphans } from './mendOrphans.ts';
import { migrate } from './migrate.ts';
import { indexParts } from './migrations/0064-index-parts.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './nativeBinding.ts';
import { makePrivateFile, removeDatabase } from './privateFiles.ts';
import { type SalvagedTable, salvageTable } from './salvageTable.ts';

/** What was salvaged of a damaged store. */
export interface Salvaged {
  readonly rows: number;
  /** The number of tables that have data of their own. */
  readonly tables: number;
  /** Those in which rows could not be read, or were no valid rows any more. */
  readonly damaged: readonly string[];
}

const nothing: Salvaged = { rows: 0, tables: 0, damaged: [] };

/**
 * Writes all readable rows of the damaged store `from`, which is left unchanged, into a new store `to`. Counts and the search
 * index are rebuilt from them. A person or conversation whose row is lost is replaced by what its messages say of it.
 */
export function salvage(from: string, to: string): Salvaged {
  const work = `${to}.damaged`;
  removeDatabase(work);
  makePrivateFile(to);
  const target = openDatabase(to);
  try {
    const source = openDamaged(from, work, to);
    if (!source) return nothing;
    try {
      return copyRows(source, target, to);
    } finally {
      source.close();
    }
  } finally {
    target.close();
    removeDatabase(work);
  }
}

function copyRows(source: Database.Database, target: Database.Database, to: string): Salvaged {
  target.pragma('foreign_keys = OFF');
  const version = Number(source.pragma('user_version', { simple: true }));
  const steps = migrations.filter((step) => step.version <= version);
  if (steps.length === 0) return nothing;
  migrate(target, to, steps);
  let rows = 0;
  const tables = listTables(target);
  const damaged: string[] = [];
  target
    .transaction(() => {
      for (const table of tables) {
        const copied = copyTable(source, target, table);
        rows += copied.rows;
        if (copied.skipped > 0) damaged.push(table.name);
      }
      mendOrphans(target);
    })
    .immediate();
  for (const name of listSearchIndexes(target)) {
    target.exec(`INSERT INTO "${name}" ("${name}") VALUES ('rebuild')`);
  }
  // Large enough to be divided when there is time.
  if (version >= indexParts.version)
    target.exec('UPDATE index_parts SET indexed = (SELECT count(*) FROM messages)');
  return { rows, tables: tables.length, damaged };
}

/** How many rows were copied, and how many places were skipped. */
function copyTable(
  source: Database.Database,
  target: Database.Database,
  table: SalvagedTable,
): { readonly rows: number; readonly skipped: number } {
  const columns = table.columns.map((name) => `"${name}"`).join(', ');
  const values = table.columns.map(() => '?').join(', ');
  // A row with a value of a wrong type is damaged itself.
  const insert = target.prepare(`INSERT OR IGNORE INTO "${table.name}" (${columns}) VALUES (${values})`);
  let rows = 0;
  let invalid = 0;
  const take = (row: Readonly<Record<string, unknown>>) => {
    try {
      rows += insert.run(...table.columns.map((name) => row[name])).changes;
    } catch {
      invalid += 1;
    }
  };
  try {
    return { skipped: salvageTable(source, table, take) + invalid, rows };
  } catch {
    // Its root or its entry in the schema is unreadable.
    return { rows, skipped: invalid + 1 };
  }
}

/** What triggers count, what waits for an index that is built anew, and what the engine derives from messages while it runs. */
const derived = [
  ...['counts', 'facets', 'unindexed', 'index_parts'],
  ...['exchanges', 'answers', 'answer_bands', 'linked_addresses', 'exchange_index', 'exchange_queue'],
];

/** The tables with data of their own, without those that others derive. */
function listTables(db: Database.Database): SalvagedTable[] {
  const names = db
    .prepare(
      `SELECT name, wr AS withoutRowId FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN (SELECT value FROM json_each(?)) ORDER BY name`,
    )
    .all(JSON.stringify(derived)) as { name: string; withoutRowId: number }[];
  return names.map(({ name, withoutRowId }) => {
    const columns = db.prepare(`SELECT name, type, pk FROM pragma_table_info(?)`).all(name) as {
      name: string;
      type: string;
      pk: number;
    }[];
    const first = columns.find(({ pk }) => pk === 1);
    const hasKey = withoutRowId === 1 && first !== undefined;
    return {
      name,
      columns: columns.map((column) => column.name),
      key: hasKey ? `"${first.name}"` : 'rowid',
      isText: hasKey && first.type === 'TEXT',
    };
  });
}

const listSearchIndexes = (db: Database.Database) =>
  db
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual'`)
    .pluck()
    .all()
    .map(String);

/** Opens a copy of the damaged store; with the header of a new store if its own is unreadable. Null if that fails too. */
function openDamaged(from: string, work: string, fresh: string): Database.Database | null {
  for (const isHeaderReplaced of [false, true]) {
    removeDatabase(work);
    makePrivateFile(work);
    copyFileSync(from, work);
    if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${work}-wal`);
    if (isHeaderReplaced && !replaceHeader(work, fresh)) return null;
    const db = tryOpen(work);
    if (db) return db;
  }
  return null;
}

function tryOpen(file: string): Database.Database | null {
  const db = openDatabase(file);
  try {
    // Also without the part of the schema that is unreadable: SQLite then knows the other tables.
    db.unsafeMode();
    db.pragma('writable_schema = ON');
    const tables = db
      .prepare(`SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'`)
      .pluck()
      .get();
    if (Number(tables) > 0 && Number(db.pragma('user_version', { simple: true })) > 0) return db;
  } catch {
    // Unreadable; the caller tries another way.
  }
  db.close();
  return null;
}

/** The first 100 bytes describe the file, and are the same in every store but for its size, which SQLite can do without. */
function replaceHeader(file: string, fresh: string): boolean {
  const template = `${fresh}.header`;
  try {
    makePrivateFile(template);
    const db = openDatabase(template);
    migrate(db, template, migrations);
    db.close();
    const header = Buffer.alloc(100);
    const source = openSync(template, 'r');
    readSync(source, header, 0, 100, 0);
    closeSync(source);
    // The number of pages, and no list of free ones. https://www.sqlite.org/fileformat.html#the_database_header
    header.writeUInt32BE(Math.floor(statSync(file).size / header.readUInt16BE(16)), 28);
    header.fill(0, 32, 40);
    const target = openSync(file, 'r+');
    writeSync(target, header, 0, 100, 0);
    closeSync(target);
    return true;
  } finally {
    removeDatabase(template);
  }
}
