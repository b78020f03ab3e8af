import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/*
 * The search index of messages is in parts, each an FTS5 table with the messages of a range of row ids, which is one of time. FTS5 reads the
 * list of a frequent word, or of all words with a beginning, as far as it goes: in a part that has an end.
 *
 *     messages_fts_2           messages_fts         messages_fts_1
 *     [0 ........... 4711)     [4711 ..... 8123)    [8123 ........ )
 *     built last               built first          new messages
 *
 * The ranges leave no gap above what is built. A message that arrives late goes to the part of its time.
 */

/** Above every row id of a message. */
const END = BigInt(Number.MAX_SAFE_INTEGER);

/** A part of the search index. */
export interface IndexPart {
  /** Its FTS5 table. */
  readonly table: string;
  readonly number: number;
  /** It has the messages from this row id on. */
  readonly first: bigint;
  /** All its messages are before this row id. */
  readonly end: bigint;
  /** How many messages were put into it. */
  readonly indexed: number;
  /** Whether its table still has words of erased messages. */
  readonly erasedWords: ErasedWords;
}

/** marked: its words are only marked as deleted. rewriting: it is being written anew without them. */
export type ErasedWords = 'marked' | 'rewriting' | null;

const toTable = (number: number) => (number === 0 ? 'messages_fts' : `messages_fts_${number}`);
const toView = (number: number) => `messages_folded_${number}`;

interface Row extends Pick<IndexPart, 'number' | 'indexed' | 'erasedWords'> {
  readonly first: number;
  readonly end: number;
}

const toPart = ({ first, end, ...row }: Row): IndexPart => ({
  ...row,
  table: toTable(row.number),
  first: BigInt(first),
  end: BigInt(end),
});

const columns = 'number, first_id AS first, end_id AS "end", indexed, erased_words AS erasedWords';

/** All parts, the newest first. */
export const listIndexParts = (db: Db): IndexPart[] =>
  all<Row>(db, `SELECT ${columns} FROM index_parts`)
    .toSorted((a, b) => b.first - a.first)
    .map(toPart);

/** The parts that have some of these messages, the newest first, and which. */
export function listPartsOf(db: Db, ids: readonly number[]): { part: IndexPart; ids: number[] }[] {
  return listIndexParts(db)
    .map((part) => ({ part, ids: ids.filter((id) => id >= part.first && id < part.end) }))
    .filter((some) => some.ids.length > 0);
}

/** How many messages a part has before the next one begins. */
export const getPartSize = (db: Db): number =>
  get<{ size: number }>(db, 'SELECT part_size AS size FROM search_index WHERE id = 1')?.size ?? 0;

/** Notes that so many messages were put into a part. */
export function countIndexed(db: Db, { number }: IndexPart, count: number): void {
  run(db, 'UPDATE index_parts SET indexed = indexed + ? WHERE number = ?', count, number);
}

/** Begins a new part for messages from a row id on, once the newest one is full. Call it in a transaction. */
export function beginPartIfFull(db: Db, toFirst: () => bigint): void {
  const [newest] = listIndexParts(db);
  if (!newest || newest.indexed < getPartSize(db)) return;
  const first = toFirst();
  if (first <= newest.first) return;
  run(db, 'UPDATE index_parts SET end_id = ? WHERE number = ?', first, newest.number);
  createPart(db, first, END);
}

/**
 * Begins a new part for messages before a row id, once the oldest one is full; `toEnd` returns null if there are none. An archive brings the
 * newest first. Call it in a transaction.
 */
export function beginOlderPartIfFull(db: Db, toEnd: () => bigint | null): void {
  const oldest = listIndexParts(db).at(-1);
  if (!oldest || oldest.indexed < getPartSize(db)) return;
  const end = toEnd();
  if (end === null || end <= oldest.first) return;
  run(db, 'UPDATE index_parts SET first_id = ? WHERE number = ?', end, oldest.number);
  createPart(db, oldest.first, end);
}

/** The part that a build has come to, lowered to a row id; a new one if it is full. Call it in a transaction. */
export function lowerOldestPart(db: Db, first: bigint): IndexPart {
  const oldest = listIndexParts(db).at(-1);
  if (!oldest) throw new Error('The search index has no parts.');
  if (oldest.indexed >= getPartSize(db)) return createPart(db, first, oldest.first);
  run(db, 'UPDATE index_parts SET first_id = ? WHERE number = ?', first, oldest.number);
  return { ...oldest, first };
}

function createPart(db: Db, first: bigint, end: bigint): IndexPart {
  const row = get<{ number: number }>(db, 'SELECT max(number) + 1 AS number FROM index_parts');
  const number = row?.number ?? 1;
  run(
    db,
    'INSERT INTO index_parts (number, first_id, end_id, indexed) VALUES (?, ?, ?, 0)',
    number,
    first,
    end,
  );
  const table = toTable(number);
  // As migrations 11, 44 and 64 made the first one.
  run(
    db,
    `CREATE VIEW ${toView(number)} (id, text) AS SELECT id, text FROM folded_texts
      WHERE id >= (SELECT first_id FROM index_parts WHERE number = ${number}) AND id < (SELECT end_id FROM index_parts WHERE number = ${number})`,
  );
  run(
    db,
    `CREATE VIRTUAL TABLE ${table} USING fts5 (
      text, content = '${toView(number)}', content_rowid = 'id', prefix = '2 3 4', columnsize = 0, tokenize = 'ascii'
    )`,
  );
  const config = { automerge: 8, crisismerge: 32, 'secure-delete': 1, hashsize: 4_194_304 };
  for (const [name, value] of Object.entries(config))
    run(db, `INSERT INTO ${table} (${table}, rank) VALUES ('${name}', ${value})`);
  return { table, number, first, end, indexed: 0, erasedWords: null };
}

/** Leaves a single empty part, for messages from a row id on. Call it in a transaction. */
export function resetParts(db: Db, first: bigint): void {
  for (const { number, table } of listIndexParts(db)) {
    if (number === 0) continue;
    run(db, `DROP TABLE ${table}`);
    run(db, `DROP VIEW ${toView(number)}`);
  }
  run(db, 'DELETE FROM index_parts WHERE number <> 0');
  run(db, `INSERT INTO messages_fts (messages_fts) VALUES ('delete-all')`);
  const text = `UPDATE index_parts SET first_id = ?, end_id = ?, indexed = 0, erased_words = NULL, unicode = NULL, checked_at = NULL`;
  run(db, text, first, END);
}

/**
 * Whether a part has so many more messages than it should that searches would be slow: the index of an earlier Perch is a single one, and an
 * archive can bring many old messages.
 */
export const isUneven = (db: Db): boolean =>
  get(
    db,
    'SELECT 1 FROM index_parts WHERE indexed > 3 * (SELECT part_size FROM search_index WHERE id = 1)',
  ) !== null;
