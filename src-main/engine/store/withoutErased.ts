import { ledgerOf } from './erasureLedger.ts';
import type { MessageFacts } from './messages.ts';
import type { Db } from './open.ts';
import { all } from './sql.ts';

type Dated = Pick<MessageFacts, 'authorId' | 'personId' | 'at'>;

/**
 * Those of some messages that may be stored: not what people wrote, or were written, until they were erased. Who writes again after that is
 * new to Perch.
 */
export function withoutErased<F extends Dated>(db: Db, messages: readonly F[]): readonly F[] {
  const ledger = ledgerOf(db);
  if (ledger.list().length === 0) return messages;
  const isErased = (personId: string, at: number) =>
    at <= (ledger.find(personId)?.at ?? Number.NEGATIVE_INFINITY);
  return messages.filter(({ authorId, personId, at }) => !isErased(authorId, at) && !isErased(personId, at));
}

/** Those of some people of whom X says something that may be stored: who was erased only if a message of theirs is. */
export function withoutErasedPeople<P extends { readonly id: string }>(
  db: Db,
  people: readonly P[],
  messages: readonly Dated[],
): readonly P[] {
  const ledger = ledgerOf(db);
  if (ledger.list().length === 0) return people;
  const stored = new Set(messages.flatMap(({ authorId, personId }) => [authorId, personId]));
  const erased = people.map(({ id }) => id).filter((id) => !stored.has(id) && ledger.find(id) !== null);
  const left = new Set(listUnknown(db, erased));
  return people.filter(({ id }) => !left.has(id));
}

/** Those of some people who are about to be stored for the first time since they were erased, and had asked for no surveys. */
export function listUnwilling(db: Db, ids: readonly string[]): string[] {
  const ledger = ledgerOf(db);
  const unwilling = ledger.list().length === 0 ? [] : ids.filter((id) => ledger.find(id)?.hasOptedOut);
  return unwilling.length === 0 ? [] : listUnknown(db, unwilling);
}

function listUnknown(db: Db, ids: readonly string[]): string[] {
  const text = 'SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT x_id FROM people)';
  return all<{ id: string }>(db, text, JSON.stringify(ids)).map(({ id }) => id);
}
