import { expect, test } from 'vitest';
import { listExemptWords } from '#shell/spelling/exemptWords.ts';

test.each([
  ['a handle', 'Ask @jan_jansenn about it', ['jan_jansenn', 'jansenn']],
  ['a hashtag, also in Japanese form', '#perchfesst ＃anderre', ['perchfesst', 'anderre']],
  ['a link', '(https://exampel.com/retuorn?a=b)', ['https', 'exampel.com', 'retuorn']],
  [
    'a link without its protocol',
    'www.exampel.com my-shopp.exampel.be/orderr.',
    ['www.exampel.com', 'shopp.exampel.be', 'orderr'],
  ],
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
