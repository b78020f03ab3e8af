import { expect, test } from 'vitest';
import { listExemptWords } from '#shell/spelling/exemptWords.ts';
import { toSpellCheck } from '#shell/spelling/toSpellCheck.ts';

test.each([
  ['a handle', 'Ask @jan_jansenn about it', ['jan_jansenn', 'jansenn']],
  ['a hashtag, also in Japanese form', '#perchfesst ＃anderre', ['perchfesst', 'anderre']],
  ['a link', '(https://exampel.com/retuorn?a=b)', ['https', 'exampel', 'com', 'retuorn']],
  ['a link without its protocol', 'www.exampel.com shopp.exampel.be/orderr', ['exampel', 'shopp', 'orderr']],
  ['a mail address', 'Mail helpp@exampel.com.', ['helpp', 'exampel']],
  ['what a missing space makes a link', 'Dank u.Graag gedaan.tot', ['gedaan', 'tot']],
])('%s holds no errors', (_name, text, words) => {
  expect([...listExemptWords(text)]).toEqual(expect.arrayContaining(words));
});

test('plain words are no exception, whatever stands around them', () => {
  const exempt = listExemptWords("Hello, world! It's 3.50 euro: see/ask (or call) l’hôtel. vr. @ #");
  expect(
    ['Hello', 'world', "It's", 'euro', 'see', 'ask', 'call', 'hôtel', 'vr'].filter((word) =>
      exempt.has(word),
    ),
  ).toEqual([]);
});

test('a text of 10,000 characters without a space takes no noticeable time', () => {
  const begin = performance.now();
  for (const part of ['a', 'a@', 'a.', '-', '#a', '://']) listExemptWords(part.repeat(10_000 / part.length));
  expect(performance.now() - begin).toBeLessThan(100);
});

test('the check returns at once, asks for each plain word once and marks what is misspelled', async () => {
  const asked: (readonly string[])[] = [];
  const marked: string[][] = [];
  const check = toSpellCheck({
    readField: () => 'Helo @jansenn, helo thier',
    findWrong: async (words) => {
      asked.push(words);
      return ['thier'];
    },
  });
  check(['Helo', 'jansenn', 'helo', 'thier', 'thier', 'x'.repeat(61)], (wrong) => marked.push(wrong));
  expect(marked).toEqual([]);
  await Promise.resolve();
  expect(asked).toEqual([['Helo', 'helo', 'thier']]);
  expect(marked).toEqual([['thier']]);
});

test('a check that fails marks nothing', async () => {
  const marked: string[][] = [];
  const check = toSpellCheck({ readField: () => '', findWrong: () => Promise.reject(new Error('gone')) });
  check(['thier'], (wrong) => marked.push(wrong));
  await new Promise((resolve) => void setTimeout(resolve, 0));
  expect(marked).toEqual([[]]);
});

test('no more words are sent than the shell takes', async () => {
  const asked: number[] = [];
  const check = toSpellCheck({
    readField: () => '',
    findWrong: async (words) => {
      asked.push(words.length);
      return [];
    },
  });
  check(
    Array.from({ length: 5_000 }, (_, at) => `word${at}`),
    () => {},
  );
  expect(asked).toEqual([4_000]);
});
