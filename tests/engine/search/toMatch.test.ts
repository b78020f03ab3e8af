import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMatch } from '#engine/search/toMatch.ts';
import { parseQuery } from '#shared/findWords.ts';

test.each([
  ['parcel', '"parcel"*'],
  ['late parcel', '"late" "parcel"*'],
  ['"late parcel"', '"late parcel"'],
  ['"late parcel" dam', '"late parcel" "dam"*'],
  ['"unfinished phr', '"unfinished phr"*'],
  ['@anna #help', '"anna" "help"*'],
  ['AND OR NOT NEAR(a b)', '"and" "or" "not" "near a"'],
  ['text:secret ^a -b a*', '"text secret" "a" "b"'],
  ['late p', '"late"'],
  ['p', '"p"'],
  ['late é', '"late"'],
  ['late e\u0301', '"late"'],
  ['猫', '"猫"*'],
  ['!!! 😀 ""', '"😀"'],
  ['!!! … ""', null],
  ["don't", '"don t"'],
  ['I’m', '"i m"'],
  ["o'b", '"o"'],
  ['l’é', '"l"'],
  ['l’été', '"l ete"*'],
  ['my_h', '"my"'],
  ['#4711-A', '"4711"'],
  ['#4711-AB', '"4711 ab"*'],
  ['“late parcel”', '"late parcel"'],
  ['„spätes Paket“', '"spates paket"'],
  ['« colis perdu » hier', '"colis perdu" "hier"*'],
  ['‘late parcel’ dam', '"late parcel" "dam"*'],
  ['「荷物が」', '"荷物 物が"'],
  ['don’t the boys’ go', '"don t" "the" "boys" "go"*'],
  ['荷物が late', '"荷物 物が" "late"*'],
  ['猫 late', '"猫"* "late"*'],
  ['', null],
])('searches for %s as %s', (typed, match) => {
  expect(toMatch(parseQuery(typed))).toBe(match);
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
      const match = toMatch(parseQuery(text));
      if (match !== null) search.all(match);
    }),
    { numRuns: 2_000 },
  );
  db.close();
});
