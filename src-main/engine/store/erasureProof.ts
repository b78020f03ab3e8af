import { findsAny, type IndexedWords } from './indexErasure.ts';
import type { Db } from './open.ts';
import { all, get } from './sql.ts';

/** What an erasure took along, as far as it can be asked for afterwards. */
export interface Erased {
  readonly personId: string;
  readonly conversationIds: readonly string[];
  readonly messageIds: readonly number[];
  /** What the index had of these messages. */
  readonly words: readonly IndexedWords[];
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

/**
 * Asks every table for the person, the conversations and the messages that were erased, and the search index for each message by its
 * words. Yields after each question how many traces it found.
 */
export function* findTraces(db: Db, erased: Erased): Generator<number> {
  const ids = {
    person: [erased.personId],
    conversation: erased.conversationIds,
    message: erased.messageIds,
  };
  for (const { table, column, kind } of listReferring(db)) {
    if (table === 'messages' && column === 'author_id') yield* countByAuthor(db, erased.personId);
    else yield countRows(db, table, column, ids[kind]);
  }
  for (const message of erased.words) yield Number(findsAny(db, message));
}

/** What is asked to prove that somebody was erased. */
export function toProof(db: Db, { words }: Erased, found: number): ErasureProof {
  return {
    tables: new Set(listReferring(db).map(({ table }) => table)).size,
    words: new Set(words.flatMap((message) => message.words.split(' '))).size,
    found,
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

/** Messages that are read at once, because no index has all of their authors. */
const SLICE = 20_000;

function* countByAuthor(db: Db, personId: string): Generator<number> {
  const text = `SELECT max(id) AS last, coalesce(sum(author_id = ?), 0) AS found FROM (
    SELECT id, author_id FROM messages WHERE id > ? ORDER BY id LIMIT ?)`;
  for (let after: number | null = 0; after !== null; ) {
    const slice: { last: number | null; found: number } | null = get(db, text, personId, after, SLICE);
    yield slice?.found ?? 0;
    after = slice?.last ?? null;
  }
}
