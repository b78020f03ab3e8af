import type { Db } from '#engine/store/open.ts';
import { all } from '#engine/store/sql.ts';

/** The tables with a value, also in JSON, in a file or in the search indexes, that has one of these texts in it. */
export function findAnywhere(db: Db, texts: readonly string[]): string[] {
  const tables = all<{ name: string }>(
    db,
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')`,
  );
  return tables.flatMap(({ name }) => {
    const rows = all<Record<string, unknown>>(db, `SELECT * FROM "${name}"`);
    const values = rows
      .flatMap((row) => Object.values(row))
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)));
    return values.some((value) => texts.some((text) => value.toLowerCase().includes(text))) ? [name] : [];
  });
}
