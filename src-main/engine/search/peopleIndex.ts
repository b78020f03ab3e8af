import MiniSearch, { type Options } from 'minisearch';
import { tokenise, tokeniseQuery, toWords } from '#shared/foldText.ts';
import { listActivePeople, listPeopleUpdatedSince, type NamedPerson } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';

/** More people would make the index slow to build; the others are found by exact spelling. */
export const INDEXED_PEOPLE = 10_000;

const options: Options<NamedPerson> = {
  fields: ['handle', 'name'],
  idField: 'id',
  tokenize: (text) => toWords(tokenise(text)),
  processTerm: (term) => term,
  searchOptions: {
    tokenize: (text) => toWords(tokeniseQuery(text)),
    prefix: true,
    fuzzy: (term) => (term.length > 3 ? 0.25 : false),
    combineWith: 'AND',
    boost: { handle: 1.2 },
  },
};

interface PeopleIndex {
  readonly search: MiniSearch<NamedPerson>;
  updatedAt: number;
}

const indexes = new WeakMap<Db, PeopleIndex>();

/** The ids of people whose name or handle resembles `text`, the best match first. Tolerates typing errors and missing accents. */
export function searchPeople(db: Db, text: string): string[] {
  const index = indexes.get(db) ?? build(db);
  refresh(db, index);
  return index.search.search(text).map((hit) => String(hit.id));
}

function build(db: Db): PeopleIndex {
  const search = new MiniSearch(options);
  const people = listActivePeople(db, INDEXED_PEOPLE);
  search.addAll(people);
  const index = { search, updatedAt: Math.max(0, ...people.map((person) => person.updatedAt)) };
  indexes.set(db, index);
  return index;
}

// People of the last indexed millisecond are read again: more may have been stored within it.
function refresh(db: Db, index: PeopleIndex): void {
  for (const person of listPeopleUpdatedSince(db, index.updatedAt)) {
    if (index.search.has(person.id)) index.search.replace(person);
    else index.search.add(person);
    index.updatedAt = person.updatedAt;
  }
}
