import { countLeftWords, type IndexedWords } from './indexErasure.ts';
import type { Db } from './open.ts';
import { checkIndex } from './searchIndex.ts';
import { all, get } from './sql.ts';

/** What an erasure took along, as far as it can be asked for afterwards. */
export interface Erased {
  readonly personId: string;
  readonly conversationIds: readonly string[];
  readonly messageIds: readonly number[];
  /** Null if there were too many: the whole index is then compared with the messages that are left. */
  readonly words: IndexedWords | null;
}

/** What was asked after an erasure, and what was found; nothing, unless there is a bug. */
export interface ErasureProof {
  readonly tables: number;
  readonly words: number;
  readonly found: number;
}

/** Columns that refer to somebody or something, by what they refer to. */
const referring = {
  person: ['person_id', 'author_id'],
  conversation: ['conversation_id'],
  message: ['message_id', 'for_message_id'],
} as const;
const keys: readonly (readonly [table: string, column: string, kind: keyof typeof referring])[] = [
  ['people', 'x_id', 'person'],
  ['conversations', 'id', 'conversation'],
  ['messages', 'id', 'message'],
  ['exchanges', 'id', 'message'],
];

/** Asks every table for the person, the conversations and the messages that were erased, and the search index for each of their words. */
export function proveErased(db: Db, erased: Erased, now: number): ErasureProof {
  const ids = {
    person: [erased.personId],
    conversation: erased.conversationIds,
    message: erased.messageIds,
  };
  const columns = listReferring(db);
  const rows = columns.map(({ table, column, kind }) => countRows(db, table, column, ids[kind]));
  const { words } = erased;
  const left =
    words === null ? Number(!checkIndex(db, now, process.versions.unicode ?? '')) : countLeftWords(db, words);
  return {
    tables: new Set(columns.map(({ table }) => table)).size,
    words: words === null ? 0 : new Set(words.map(({ word }) => word)).size,
    found: rows.reduce((sum, n) => sum + n, left),
  };
}

interface Referring {
  readonly table: string;
  readonly column: string;
  readonly kind: keyof typeof referring;
}

function listReferring(db: Db): Referring[] {
  const text = `SELECT t.name AS "table", c.name AS "column" FROM pragma_table_list t, pragma_table_info(t.name) c
    WHERE t.schema = 'main' AND t.type = 'table' AND c.name IN (SELECT value FROM json_each(?))`;
  const kinds = Object.entries(referring) as [keyof typeof referring, readonly string[]][];
  const found = all<{ table: string; column: string }>(
    db,
    text,
    JSON.stringify(kinds.flatMap(([, names]) => names)),
  );
  const byName = found.flatMap(({ table, column }) => {
    const kind = kinds.find(([, names]) => names.includes(column))?.[0];
    return kind ? [{ table, column, kind }] : [];
  });
  return [...byName, ...keys.map(([table, column, kind]) => ({ table, column, kind }))];
}

function countRows(db: Db, table: string, column: string, ids: readonly (string | number)[]): number {
  const text = `SELECT count(*) AS n FROM "${table}" WHERE "${column}" IN (SELECT value FROM json_each(?))`;
  return get<{ n: number }>(db, text, JSON.stringify(ids))?.n ?? 0;
}
