import type { MessageKind } from '#shared/domain/message.ts';
import type { Db } from './open.ts';
import { all, get } from './sql.ts';
import { listRemembered } from './termLists.ts';

/** An exchange that may show how to reply. */
export interface FoundExchange {
  readonly id: number;
  readonly conversationId: string;
  readonly kind: MessageKind;
  readonly lang: string | null;
  readonly answerId: number;
  readonly address: string | null;
  readonly words: string;
}

/** The newest exchanges with a term, at most `limit` and 200, the newest first. */
export const listWithTerm = (db: Db, term: string, limit: number): readonly number[] =>
  listRemembered(db, 'exchanges_fts', `"${term}"`, limit);

/** In so many other conversations a word is no secret of one. */
const COMMON = 3;

/** Whether a term occurs in several conversations beside this one. */
export function isCommonTerm(db: Db, term: string, conversationId: string): boolean {
  if (term === '') return true;
  const ids = JSON.stringify(listWithTerm(db, term, 10 * COMMON));
  const text = `SELECT conversation_id AS id FROM json_each(?) wanted CROSS JOIN exchanges e ON e.id = wanted.value`;
  const conversations = new Set(all<{ id: string }>(db, text, ids).map(({ id }) => id));
  conversations.delete(conversationId);
  return conversations.size >= COMMON;
}

/** The newest exchange of each of the most frequent answers and documents, at most `limit` each. */
export function listFrequent(db: Db, limit: number): number[] {
  const answers = all<{ id: number | null }>(
    db,
    `SELECT (SELECT max(id) FROM exchanges WHERE answer_id = a.id) AS id FROM answers a ORDER BY uses DESC LIMIT ?`,
    limit,
  );
  const addresses = all<{ id: number | null }>(
    db,
    `SELECT (SELECT max(id) FROM exchanges WHERE address = l.address) AS id FROM linked_addresses l ORDER BY uses DESC LIMIT ?`,
    limit,
  );
  return [...answers, ...addresses].flatMap(({ id }) => (id === null ? [] : [id]));
}

/** These exchanges, without those of the conversation `except`, in any order. */
export function getExchanges(db: Db, ids: readonly number[], except: string): FoundExchange[] {
  const text = `SELECT e.id, conversation_id AS conversationId, kind, lang, answer_id AS answerId, address, words
    FROM json_each(?) wanted CROSS JOIN exchanges e ON e.id = wanted.value WHERE conversation_id <> ?`;
  return all<FoundExchange>(db, text, JSON.stringify(ids), except);
}

/** How often replies were used. */
export interface Uses {
  /** All exchanges. */
  readonly total: number;
  readonly answers: ReadonlyMap<number, number>;
  readonly addresses: ReadonlyMap<string, number>;
}

/** How often these answers and documents were used outside of the conversation `except`. */
export function countUses(
  db: Db,
  found: readonly Pick<FoundExchange, 'answerId' | 'address'>[],
  except: string,
): Uses {
  const answers = new Map(
    readUses<number>(
      db,
      'answers',
      'id',
      found.map(({ answerId }) => answerId),
    ),
  );
  const known = found.flatMap(({ address }) => address ?? []);
  const addresses = new Map(readUses<string>(db, 'linked_addresses', 'address', known));
  const text = 'SELECT answer_id AS answerId, address FROM exchanges WHERE conversation_id = ?';
  const own = all<Pick<FoundExchange, 'answerId' | 'address'>>(db, text, except);
  for (const { answerId, address } of own) {
    answers.set(answerId, (answers.get(answerId) ?? 1) - 1);
    if (address !== null) addresses.set(address, (addresses.get(address) ?? 1) - 1);
  }
  const total = get<{ total: number }>(db, 'SELECT total FROM exchange_index')?.total ?? 0;
  return { total: total - own.length, answers, addresses };
}

function readUses<K extends string | number>(
  db: Db,
  table: 'answers' | 'linked_addresses',
  key: string,
  keys: readonly K[],
): [K, number][] {
  const text = `SELECT t.${key} AS "key", t.uses FROM json_each(?) wanted CROSS JOIN ${table} t ON t.${key} = wanted.value`;
  return all<{ key: K; uses: number }>(db, text, JSON.stringify([...new Set(keys)])).map(({ key, uses }) => [
    key,
    uses,
  ]);
}
