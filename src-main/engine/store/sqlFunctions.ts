import type Database from 'better-sqlite3';
import { foldName, foldText } from '#shared/foldText.ts';

/** Defines the SQL functions that steps of the schema, its views and its triggers call; a check of the file calls them too. */
export function defineFunctions(db: Database.Database): void {
  db.function('fold_text', { deterministic: true }, (text) => foldText(String(text)));
  db.function('fold_name', { deterministic: true }, (name) => foldName(String(name)));
}
