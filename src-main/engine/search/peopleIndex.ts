import MiniSearch, { type Options, type SearchResult } from 'minisearch';
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
  const hits = index.search.search(text);
  return hits.toSorted((a, b) => toRank(a) - toRank(b)).map((hit) => String(hit.id));
}

/** How well all typed words fit: 0 if they are words of the handle or name, 1 if they begin one, 2 with typing errors. */
function toRank({ match, queryTerms }: SearchResult): number {
  const found = Object.keys(match);
  const ranks = queryTerms.map((typed) => {
    if (found.includes(typed)) return 0;
    return found.some((term) => term.startsWith(typed)) ? 1 : 2;
  });
  return Math.max(0, ...ranks);
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
