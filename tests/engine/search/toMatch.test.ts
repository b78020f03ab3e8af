import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMatch } from '#engine/search/toMatch.ts';
import { parseMessageQuery } from '#shared/domain/messageQuery.ts';
import { parseQuery } from '#shared/findWords.ts';
import { foldText } from '#shared/foldText.ts';

test.each([
  ['parcel', '"parcel"*'],
  ['late parcel', '"late" "parcel"*'],
  ['"late parcel"', '"late parcel"'],
  ['"late parcel" dam', '"late parcel" "dam"*'],
  ['"unfinished phr', '"unfinished phr"*'],
  ['@anna #help', '"anna" "help"*'],
  ['AND OR NOT NEAR(a b)', '("and" OR "not") AND ("near a")'],
  ['text:secret ^a -b a*', '(("text secret") AND ("a")) NOT ("b")'],
  ['parcel OR package late', '("parcel" OR "package") AND ("late"*)'],
  ['parcel or package', '"parcel" "or" "package"*'],
  ['OR parcel OR', '"parcel"'],
  ['parcel OR OR package', '"parcel" "package"*'],
  ['late -par -"by post"', '(("late")) NOT ("par" OR "by post")'],
  ['late - parcel', '"late" "parcel"*'],
  ['-parcel', null],
  ['from:anna par', '"par"*'],
  ['par from:anna', '"par"'],
  ['FROM:anna tag:"big order" status:', null],
  ['http://from:xy', '"http from xy"*'],
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
  expect(toMatch(parseMessageQuery(typed))).toBe(match);
});

test('no input is a syntax error', () => {
  const db = new Database(':memory:');
  db.exec('CREATE VIRTUAL TABLE t USING fts5 (text)');
  const search = db.prepare('SELECT * FROM t WHERE t MATCH ?');
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('"', "'", '*', ' ', 'a', '-', '(', ')', ':', '^', '+', '\0', ' OR ', 'é', 'tag:'),
    }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const match = toMatch(parseMessageQuery(text));
      if (match !== null) search.all(match);
    }),
    { numRuns: 2_000 },
  );
  db.close();
});

test('every word that is looked for is one token of the index, and one letter is never the beginning of a word', () => {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'ascii');
    CREATE VIRTUAL TABLE tokens USING fts5vocab (t, instance)`);
  const insert = db.prepare('INSERT INTO t (rowid, text) VALUES (1, ?)');
  const list = db.prepare('SELECT term FROM tokens ORDER BY offset').pluck();
  const piece = fc.oneof(
    fc.constantFrom(
      ...`don't|can’t|l'été|qu'il|I'd|o'b|rock'n'r|it's|ﬁ|ß|İ|œuf|#4711-A|a_b|@x|1️⃣|👍🏽|荷物|ก็|x'y'z`.split(
        '|',
      ),
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
      for (const { words, isPrefix } of parseQuery(pieces.join(' '))) {
        insert.run(words.join(' '));
        expect(list.all()).toEqual(words);
        db.exec('DELETE FROM t');
        if (isPrefix) expect(words.at(-1)).not.toMatch(/^[a-z0-9]$/);
      }
    }),
    { numRuns: 2_000 },
  );
  db.close();
});

test("what was typed finds the text that it is the beginning of, in SQLite's own index", () => {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5 (text, prefix = '2 3 4', tokenize = 'ascii')`);
  const insert = db.prepare('INSERT INTO t (rowid, text) VALUES (1, ?)');
  const search = db.prepare('SELECT rowid FROM t WHERE t MATCH ?').pluck();
  const text = "L'été, don't they’re 4711-AB my_account œuvre Straße 荷物が l’adresse https://t.co/Ab1 qu'il";
  insert.run(foldText(text));
  for (let end = 1; end <= text.length; end += 1) {
    const match = toMatch(parseMessageQuery(text.slice(0, end)));
    if (match !== null) expect([text.slice(0, end), search.all(match)]).toEqual([text.slice(0, end), [1]]);
  }
  db.close();
});
