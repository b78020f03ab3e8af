import type Database from 'better-sqlite3';
import { z } from 'zod';
import { foldName, foldText } from '#shared/foldText.ts';
import { parseColumn } from './jsonColumn.ts';
import { isOnlyThanks } from './onlyThanks.ts';

/** Defines the SQL functions that steps of the schema, its views and its triggers call; a check of the file calls them too. */
export function defineFunctions(db: Database.Database): void {
  db.function('fold_text', { deterministic: true }, (text) => foldText(String(text)));
  db.function('is_only_thanks', { deterministic: true }, (text) => (isOnlyThanks(String(text)) ? 1 : 0));
  // FTS5 finds no json_each where it reads its content through a view.
  db.function('fold_wordings', { deterministic: true }, (texts) => foldText(toWordings(String(texts))));
  db.function('fold_name', { deterministic: true }, (name) => foldName(String(name)));
}

const Wordings = z.array(z.object({ text: z.string() }));

const toWordings = (json: string) =>
  parseColumn(Wordings, json, [])
    .map(({ text }) => text)
    .join('\n');
