import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import type { Clock } from '#shared/clock.ts';
import { tokenise, tokeniseQuery, toWords } from '#shared/foldText.ts';
import { inSlices } from '../context/inSlices.ts';
import { takeChangedNames } from '../store/changedNames.ts';
import { listActivePeople, listNamedPeople, type NamedPerson } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { fillNameBlocks, type NameBlocks, updateNameBlocks } from './nameBlocks.ts';

/** More people would make the index large; the others are found by exact spelling. */
const INDEXED_PEOPLE = 10_000;
/** How many people are read at a time. */
const BATCH_SIZE = 50;

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

/** The names of people in memory: of those who were active last by similarity, of everybody by exact spelling. */
export interface PeopleIndex {
  readonly similar: MiniSearch<NamedPerson>;
  readonly names: NameBlocks;
}

interface Kept extends PeopleIndex {
  /** Resolves once the index has what the store has. */
  current: Promise<void>;
}

const indexes = new WeakMap<Db, Kept>();

/** The index with everybody in it. It is built at the first call and keeps up at each, in slices between which the engine is free. */
export async function getPeopleIndex(db: Db, clock: Pick<Clock, 'elapsedMs'>): Promise<PeopleIndex> {
  const kept = indexes.get(db) ?? begin(db, clock);
  kept.current = kept.current.then(() => inSlices(clock, catchUp(db, kept)));
  // The next search begins again.
  kept.current.catch(() => indexes.delete(db));
  await kept.current;
  return kept;
}

/** The ids of the recently active people whose name or handle resembles `text`, the best match first. Tolerates typing errors and missing accents. */
export function listSimilar({ similar }: PeopleIndex, text: string): string[] {
  const hits = similar.search(text);
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

function begin(db: Db, clock: Pick<Clock, 'elapsedMs'>): Kept {
  takeChangedNames(db);
  const index: PeopleIndex = { similar: new MiniSearch(options), names: [] };
  const kept = { ...index, current: inSlices(clock, build(db, index)) };
  indexes.set(db, kept);
  return kept;
}

function* build(db: Db, { similar, names }: PeopleIndex): Iterable<unknown> {
  let at = { lastAt: Number.MAX_SAFE_INTEGER, conversationId: '' };
  for (let read = 0; read < INDEXED_PEOPLE; read += BATCH_SIZE) {
    const people = listActivePeople(db, at, BATCH_SIZE);
    for (const person of people) if (!similar.has(person.id)) similar.add(person);
    at = people.at(-1) ?? at;
    yield at;
    if (people.length < BATCH_SIZE) break;
  }
  yield* fillNameBlocks(db, names);
}

function* catchUp(db: Db, { similar, names }: PeopleIndex): Iterable<unknown> {
  const ids = takeChangedNames(db);
  for (let from = 0; from < ids.length; from += BATCH_SIZE) {
    const slice = ids.slice(from, from + BATCH_SIZE);
    const people = listNamedPeople(db, slice);
    for (const person of people) put(similar, person);
    const left = new Set(people.map(({ id }) => id));
    const erased = slice.filter((id) => !left.has(id) && similar.has(id));
    for (const id of erased) similar.discard(id);
    // The words of those who were discarded stay until then.
    if (erased.length > 0) void similar.vacuum();
    yield from;
  }
  yield* updateNameBlocks(db, names, ids);
}

function put(similar: PeopleIndex['similar'], person: NamedPerson): void {
  if (similar.has(person.id)) similar.replace(person);
  else similar.add(person);
}
