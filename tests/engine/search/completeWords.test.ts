import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeWords } from '#engine/search/completeWords.ts';
import { toMatch } from '#engine/search/toMatch.ts';
import { storeMessages } from '#engine/store/messages.ts';
import type { Db } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { beginIndexBuild, indexNextMessages, indexWaiting, listMatches } from '#engine/store/searchIndex.ts';
import { parseMessageQuery } from '#shared/domain/messageQuery.ts';
import { MORNING, someMessage, testAccount } from '../../support/builders.ts';
import { openTestDb } from '../../support/openTestDb.ts';

function openWith(texts: readonly string[]): Db {
  const db = openTestDb();
  ensurePeople(db, ['1', testAccount.id], MORNING);
  store(db, texts);
  return db;
}

function store(db: Db, texts: readonly string[]): void {
  const messages = texts.map((text, n) => someMessage({ text, at: MORNING + n * 1_000 }));
  storeMessages(db, messages, MORNING);
}

const toCompleted = (db: Db, typed: string) => toMatch(completeWords(db, parseMessageQuery(typed)));
const find = (db: Db, match: string | null) =>
  match === null ? [] : listMatches(db, match, Number.MAX_SAFE_INTEGER, 1_000);

test.each([
  ['a long beginning by the words that begin so', 'deliv', '("delivered" OR "delivery")'],
  ['one after other words', 'late deliv', '("late") AND ("delivered" OR "delivery")'],
  ['one of a single word', 'parce', '"parcel"'],
  ['one in another form of the letters', 'ＤÉLIV', '("delivered" OR "delivery")'],
  ['a whole word, which longer ones begin with', 'delivery', '"delivery"'],
  ['a short one not at all', 'deli', '"deli"*'],
  ['a finished word not at all', '"deliv"', '"deliv"'],
  ['nothing that nobody wrote', 'deliz', '"deliz"*'],
  ['nothing in a phrase', '"late deliv', '"late deliv"*'],
])('completes %s', (_, typed, match) => {
  const db = openWith(['late delivery', 'Delivered? My parcel!', 'delivery']);
  expect(toCompleted(db, typed)).toBe(match);
});

test('leaves a beginning of very many words', () => {
  const numbered = (count: number) => openWith(Array.from({ length: count }, (_, n) => `number${100 + n}`));
  expect(toCompleted(numbered(40), 'numbe')).toContain(' OR ');
  const many = numbered(41);
  expect(toCompleted(many, 'numbe')).toBe('"numbe"*');
  expect(find(many, toCompleted(many, 'numbe'))).toHaveLength(41);
});

test('knows words that wait to be indexed, and those of a build in progress', () => {
  const db = openWith(['delivery']);
  indexWaiting(db);
  store(db, ['deliverable']);
  expect(toCompleted(db, 'deliv')).toBe('("deliverable" OR "delivery")');
  beginIndexBuild(db);
  indexNextMessages(db, 1);
  expect(find(db, toCompleted(db, 'deliv'))).toHaveLength(1);
});

test('finds the very messages that have a word with the beginning', () => {
  const letter = fc.constantFrom('a', 'b', 'é', "'", '😀', '猫', '\u{10FFFF}', '𝒶', 'ß');
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 8 });
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const cases = fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, typed) => {
    const db = openWith(texts);
    expect(find(db, toCompleted(db, typed))).toEqual(find(db, toMatch(parseMessageQuery(typed))));
    db.close();
  });
  fc.assert(cases, { numRuns: 60 });
});
