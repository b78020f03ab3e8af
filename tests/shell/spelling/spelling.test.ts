import { expect, test, vi } from 'vitest';
import { addOwnWord } from '#shared/domain/spellingPreferences.ts';
import { SpellChecker, type SpellingThread } from '#shell/spelling/checker.ts';
import type { SpellingRequest, SpellingResponse } from '#shell/spelling/protocol.ts';
import { openSpeller } from '#shell/spelling/speller.ts';
import { Spelling } from '#shell/spelling/spelling.ts';
import { everydayWords, isNoPlainWord } from '#shell/spelling/wordRules.ts';
import { packages } from './support.ts';

/** Spelling whose thread calls every word wrong, or never responds. */
function startSpelling({ spellCheck = true, ownWords = [] as string[], isSilent = false } = {}) {
  const asked: string[] = [];
  let receive: (response: SpellingResponse) => void = () => {};
  const thread: SpellingThread = {
    postMessage: ({ id, kind, words }: SpellingRequest) => {
      asked.push(...words);
      const found = kind === 'check' ? words : ['a', 'b', 'c', 'd', 'e', 'f'];
      if (!isSilent) queueMicrotask(() => receive({ id, found }));
    },
    on: (event: string, listener: (response: never) => void) => {
      if (event === 'message') receive = listener as typeof receive;
    },
    terminate: () => {},
  };
  const checker = new SpellChecker({ start: () => thread, log: () => {} });
  const saved: string[][] = [];
  const spelling = new Spelling({
    checker,
    preferences: () => ({ spellCheck, ownWords }),
    setOwnWords: (words) => void saved.push(words),
  });
  return { spelling, asked, saved };
}

test('nothing is checked before a field has said its language, in other languages, or when it is switched off', async () => {
  const { spelling, asked } = startSpelling();
  expect(await spelling.findWrong(['teh'])).toEqual([]);
  spelling.use({ language: null, names: [] });
  expect(await spelling.findWrong(['teh'])).toEqual([]);
  expect(await spelling.suggest('teh')).toEqual([]);
  const off = startSpelling({ spellCheck: false });
  off.spelling.use({ language: 'en', names: [] });
  expect(await off.spelling.findWrong(['teh'])).toEqual([]);
  expect([...asked, ...off.asked]).toEqual([]);
  spelling.use({ language: 'en', names: [] });
  expect(await spelling.findWrong(['teh'])).toEqual(['teh']);
});

test.each(['B2B', '12x', 'x', 'é', 'IBAN', 'DPD', 'iPhone', 'PayPal', 'ÉTÉ'])(
  '%s is no plain word',
  (word) => {
    expect(isNoPlainWord(word)).toBe(true);
  },
);

test.each(['Teh', 'teh', 'HEllo', "l'été", 'ab', 'vr', '你好'])('%s is a plain word', (word) => {
  expect(isNoPlainWord(word)).toBe(false);
});

test('names, own words and everyday words are no errors, in any case and with either apostrophe', async () => {
  const { spelling } = startSpelling({ ownWords: ['Perchling', "d'Artagnann"] });
  spelling.use({
    language: 'nl',
    names: ['Grzegorz Brzęczyszczykiewicz', 'harbour_help', "Sinéad O'Connorr"],
  });
  const known = [
    'Grzegorz',
    'BRZĘCZYSZCZYKIEWICZ',
    'harbour_help',
    'Harbour',
    'O’Connorr',
    'Sinéad',
    'Grzegorz’s',
    "d'Harbour",
    "Harbour'",
    'vr',
    'Retourlabel',
  ];
  expect(await spelling.findWrong([...known, 'perchling', 'd’artagnann', 'verzonde'])).toEqual(['verzonde']);
  spelling.use({ language: 'fr', names: [] });
  expect(await spelling.findWrong(['Grzegorz', 'retourlabel', 'svp'])).toEqual(['Grzegorz', 'retourlabel']);
});

test('a menu gets five suggestions, and none if they take too long', async () => {
  const { spelling } = startSpelling();
  spelling.use({ language: 'en', names: [] });
  expect(await spelling.suggest('teh')).toEqual(['a', 'b', 'c', 'd', 'e']);
  vi.useFakeTimers();
  const slow = startSpelling({ isSilent: true });
  slow.spelling.use({ language: 'en', names: [] });
  const suggested = slow.spelling.suggest('teh');
  await vi.advanceTimersByTimeAsync(700);
  expect(await suggested).toEqual([]);
  vi.useRealTimers();
});

test('a word is added to the own words', () => {
  const { spelling, saved } = startSpelling({ ownWords: ['a'] });
  spelling.add('b');
  expect(saved).toEqual([['a', 'b']]);
});

test('the dictionary of own words keeps the newest thousand, each once', () => {
  expect(addOwnWord(['b', 'a'], 'b')).toEqual(['a', 'b']);
  const full = Array.from({ length: 1_000 }, (_, at) => `word${at}`);
  expect(addOwnWord(full, 'new').slice(-2)).toEqual(['word999', 'new']);
  expect(addOwnWord(full, 'new')).toHaveLength(1_000);
});

test.each(['en', 'nl', 'fr'] as const)(
  'the everyday words of %s are needed: no dictionary has them',
  async (language) => {
    const { isRight } = await openSpeller(packages, language);
    expect([...everydayWords[language]].filter((word) => isRight(word))).toEqual([]);
  },
);
