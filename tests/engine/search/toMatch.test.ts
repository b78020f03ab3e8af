import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMatch } from '#engine/search/toMatch.ts';

test.each([
  ['parcel', '"parcel"*'],
  ['late parcel', '"late" "parcel"*'],
  ['"late parcel"', '"late parcel"'],
  ['"late parcel" dam', '"late parcel" "dam"*'],
  ['"unfinished phr', '"unfinished phr"*'],
  ['@anna #help', '"@anna" "#help"*'],
  ['AND OR NOT NEAR(a b)', '"AND" "OR" "NOT" "NEAR(a" "b)"*'],
  ['text:secret ^a -b a*', '"text:secret" "^a" "-b" "a*"*'],
  ['late p', '"late"'],
  ['p', '"p"'],
  ['late é', '"late"'],
  ['late e\u0301', '"late"'],
  ['猫', '"猫"*'],
  ['!!! 😀 ""', null],
  ['', null],
])('searches for %s as %s', (typed, match) => {
  expect(toMatch(typed)).toBe(match);
});

test('no input is a syntax error', () => {
  const db = new Database(':memory:');
  db.exec('CREATE VIRTUAL TABLE t USING fts5 (text)');
  const search = db.prepare('SELECT * FROM t WHERE t MATCH ?');
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('"', "'", '*', ' ', 'a', '-', '(', ')', ':', '^', '+', '\0', 'OR ', 'é'),
    }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const match = toMatch(text);
      if (match !== null) search.all(match);
    }),
    { numRuns: 2_000 },
  );
  db.close();
});
