import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, foldText, tokenise, tokeniseQuery, toWords } from '#shared/foldText.ts';

const fold = (text: string) => toWords(tokenise(text)).join(' ');

describe('folding', () => {
  test.each([
    ['Straße GROẞ', 'strasse gross'],
    ['ΟΔΥΣΣΕΥΣ Οδυσσεύς', 'οδυσσευσ οδυσσευσ'],
    ['İstanbul ILIK ışık', 'istanbul ilik isik'],
    ['Œuvre Ærø łódź Đặng Þór', 'oeuvre aero lodz dang thor'],
    ['Ёлка й', 'елка и'],
    ['الْعَرَبِيَّة أإآٱ مـــرحبا', 'العربيه اااا مرحبا'],
    ['ﻻ ﷲ کتاب', 'لا الله كتاب'],
    ['שָׁלוֹם', 'שלום'],
    ['ｆｕｌｌ １２３ ①②', 'full 123 12'],
    ['١٢٣ ۴۵۶ १२३ ๑๒๓', '123 456 123 123'],
    ['हिन्दी', 'हिन्दी'],
    ['می‌خواهم co\u00ADop', 'ميخواهم coop'],
    ['don’t l’été п’ять пʼять', 'don t l ete п ять п ять'],
    ['#4711-AB @my_handle', '4711 ab my handle'],
    ['https://x.example/a?b=é', 'https x example a b e'],
    ['iPhone荷物が届', 'iphone 荷物 物が が届 届'],
    ['ｶﾞｷﾞ', 'ガギ ギ'],
    ['배송이 늦어요', '배송 송이 이 늦어 어요 요'],
    ['㈱山田', '株 山田 田'],
    ['㈠', '一'],
    ['👍🏽 ❤️ ☎', '👍 ❤ ☎'],
    ['👩‍🚀 🤷‍♂️', '👩 🚀 🤷 ♂'],
    ['🇳🇱🇧🇪', '🇳🇱 🇧🇪'],
    ['1️⃣0️⃣ #️⃣ *️⃣', '10 ＃ ＊'],
    ['Perch™', 'perch ™'],
    ['“…” — !?', ''],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('turns the digits of every script into ASCII', () => {
    const codes = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => code >> 11 !== 27);
    const digits = codes.map((code) => String.fromCodePoint(code)).filter((one) => /\p{Nd}/u.test(one));
    expect(digits.length).toBeGreaterThan(600);
    const wrong = digits.filter((digit, n) => fold(digit) !== String(n % 10));
    expect(wrong).toEqual([]);
  });

  test('folds composed Latin letters one by one as it folds other words', () => {
    const letters = Array.from({ length: 0x250 - 0xc0 }, (_, n) => String.fromCodePoint(0xc0 + n));
    // A combining mark that folds away sends the word along the general way.
    const wrong = letters.filter((letter) => fold(`a${letter}b`) !== fold(`a${letter}b\u034F`));
    expect(wrong).toEqual([]);
  });

  test('does not depend on how characters are composed', () => {
    for (const text of ['Đặng été', 'مُؤْمِن', 'ガギグ', '배송이', 'ёй', 'שָׁלוֹם'])
      expect(fold(text.normalize('NFD'))).toBe(fold(text));
  });

  test('gives each token its place in the original', () => {
    const text = 'a Straße 荷物が 👍🏽!';
    const places = tokenise(text).map(({ text: word, start, end }) => [word, text.slice(start, end)]);
    expect(places).toEqual([
      ['a', 'a'],
      ['strasse', 'Straße'],
      ['荷物', '荷物'],
      ['物が', '物が'],
      ['が', 'が'],
      ['👍', '👍🏽'],
    ]);
  });

  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(
        ...[
          'a',
          'É',
          '#',
          '*',
          '\u20E3',
          '\uFE0F',
          ' ',
          '.',
          '荷',
          '物',
          'ｶ',
          'ﾞ',
          'ที',
          '배',
          '👍',
          '🏽',
          '\u200D',
        ],
        ...['🇳', 'ß', 'ʼ', '\u0301', '\u0640', 'ا', '1', '١', '½', '㈱', '\uD83D', '_', 'ー', 'ᄒ', 'ᅡ'],
      ),
    }),
  );

  test('stores the same words as it looks for', () => {
    // The tokenizer of the index splits at ASCII that is neither a letter nor a digit, and lowers ASCII letters.
    const toIndexed = (text: string) =>
      foldText(text)
        .split(/[\0-/:-@[-`{-\x7F]+/)
        .filter((word) => word !== '')
        .map((word) => word.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
    fc.assert(
      fc.property(anything, (text) => {
        expect(toIndexed(text)).toEqual(toWords(tokenise(text)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('keeps places in order and inside the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { start, firstEnd, end } of tokenise(text)) {
          expect(start).toBeLessThan(firstEnd);
          expect(firstEnd).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('looks for what may go on as a part', () => {
    expect(toWords(tokeniseQuery('荷物が'))).toEqual(['荷物', '物が']);
    expect(toWords(tokeniseQuery('荷'))).toEqual(['荷']);
    expect(toWords(tokeniseQuery('荷物が 届'))).toEqual(['荷物', '物が', 'が', '届']);
  });

  test('separates the words of a name by single spaces', () => {
    expect(foldName('Ümit  ŞAHİN 👍')).toBe('umit sahin 👍');
  });
});
