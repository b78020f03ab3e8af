import type { Db } from './open.ts';
import { personalTables } from './personalTables.ts';
import { all, type Value } from './sql.ts';

type Row = Readonly<Record<string, Value | Uint8Array>>;

/** All rows about a person by table, as they are stored, except that times are as in ISO 8601 and binary columns are left out. Tables without any are left out. */
export function readPersonData(db: Db, id: string): Record<string, readonly Record<string, Value>[]> {
  const tables = Object.entries(personalTables).map(([table, condition]) => {
    const rows = all<Row>(db, `SELECT * FROM ${table} WHERE ${condition}`, { id });
    return [table, rows.map(toReadable)] as const;
  });
  return Object.fromEntries(tables.filter(([, rows]) => rows.length > 0));
}

const toReadable = (row: Row): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => {
      if (value instanceof Uint8Array) return [];
      return [[column, isTime(column) && typeof value === 'number' ? new Date(value).toISOString() : value]];
    }),
  );

const isTime = (column: string): boolean => /(^|_)(at|since|until)$/.test(column);
