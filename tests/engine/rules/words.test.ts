import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPhraseFilter } from '#engine/conversations/phraseFilter.ts';
import { contains, foldWords, toPhrases } from '#engine/conversations/ruleWords.ts';
import type { Phrase } from '#shared/findWords.ts';

const [THUMB, ENGLAND, ALEF] = ['👍', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', 'ا'];

/** The words of a text, each as a string of its own: slow, and plain to see that it is right. */
const split = (text: string): string[] => foldWords(text).match(/[0-9a-z\u0080-\uffff]+/g) ?? [];

const containsSplit = (text: string, { words, isPrefix }: Phrase): boolean => {
  const all = split(text);
  const isAt = (at: number) =>
    words.every((word, n) => {
      const found = all[at + n];
      return found === word || (isPrefix && n === words.length - 1 && found?.startsWith(word) === true);
    });
  return all.some((_, at) => isAt(at));
};

const isFound = (text: string, wanted: string): boolean =>
  toPhrases([wanted]).some((phrase) => contains(foldWords(text), phrase));

describe('the words of a rule', () => {
  test.each([
    ['I want my MONEY, back!', 'money back', true],
    ['Money is back in my account', 'money back', false],
    ['moneyback', 'money back', false],
    ['REFUNDS please', 'refund', false],
    ['REFUNDS please', 'refund*', true],
    ['prefund', 'refund*', false],
    ['my late orders again', 'late ord*', true],
    ['late', 'late ord*', false],
    ['late late order', 'late order', true],
    ['It don’t work', "don't", true],
    ["It DON'T work", 'don’t', true],
    ['dont', "don't", false],
    ['Où est le café ?', 'cafe', true],
    ['cafés', 'café', false],
    ['Straße', 'STRASSE', true],
    ['so good 👍🏽', THUMB, true],
    ['so good👍👍', THUMB, true],
    ['so good', THUMB, false],
    [`for ${ENGLAND}`, ENGLAND, true],
    ['أين طلبي؟ שלום', 'اين طلبي', true],
    ['أين طلبي؟ שָׁלוֹם', 'שלום', true],
    ['أين طلبي', 'طلبي أين', false],
    [`${ALEF}بc`, `${ALEF}*`, true],
    ['荷物が届かない', '物が', true],
    ['荷物が届かない', '荷が', false],
    ['荷物が届かない', '荷', true],
    ['order #4711-AB', '#4711-AB', true],
    ['order 4711 of AB', '#4711-AB', false],
    ['anything', '!?', false],
    ['', 'order', false],
  ])('in %j, %j is found: %j', (text, wanted, expected) => {
    expect(isFound(text, wanted)).toBe(expected);
    const find = createPhraseFilter([{ of: 'rule', phrases: toPhrases([wanted]) }]);
    // It may find more, which is checked after it.
    if (expected) expect([...find(foldWords(text))]).toEqual(['rule']);
  });

  const piece = fc.constantFrom(
    ...[
      'late',
      'LATE',
      'order',
      'orders',
      'o',
      "don't",
      'don’t',
      'café',
      '荷物が',
      '荷',
      THUMB,
      '👍🏽',
      ENGLAND,
    ],
    ...['שָׁלוֹם', 'أين', 'Ⓜ', 'ⓜ', '½', '1️⃣', '#️⃣', 'İ', 'ΟΔΟΣ', '٣', 'l’œuf', '\uD83D', 'ﬁn', '4711'],
  );
  const gap = fc.constantFrom(' ', '', ', ', '-', '…', '\u200D', '*');
  const text = fc.array(fc.tuple(piece, gap), { maxLength: 12 }).map((parts) => parts.flat().join(''));
  const anything = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 30 }));
  const wanted = fc
    .tuple(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 8 })), fc.constantFrom('', '*'))
    .map(([words, star]) => words + star);

  test('are found where the words of the text are the same, one by one', () => {
    fc.assert(
      fc.property(anything, fc.array(wanted, { maxLength: 4 }), (said, list) => {
        for (const phrase of toPhrases(list))
          expect(contains(foldWords(said), phrase)).toBe(containsSplit(said, phrase));
      }),
      { numRuns: 1_000 },
    );
  });

  test('of many rules are all found in one pass over a text', () => {
    fc.assert(
      fc.property(
        anything,
        fc.array(fc.array(wanted, { maxLength: 3 }), { maxLength: 20 }),
        (said, lists) => {
          const find = createPhraseFilter(lists.map((list, of) => ({ of, phrases: toPhrases(list) })));
          const found = find(foldWords(said));
          const expected = [...lists.keys()].filter((n) =>
            toPhrases(lists[n] ?? []).some((phrase) => containsSplit(said, phrase)),
          );
          expect(expected.filter((n) => !found.has(n))).toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('that are not in a text leave nearly no rule to be checked', () => {
    const words = Array.from({ length: 1_000 }, (_, n) => `word${n} follows${n}`);
    const find = createPhraseFilter(words.slice(0, 500).map((of) => ({ of, phrases: toPhrases([of]) })));
    const text = words.slice(500).join(' ');
    expect(find(text).size).toBeLessThan(5);
  });
});
