import { expect, test } from 'vitest';
import { toSpellCheck } from '#shell/spelling/toSpellCheck.ts';

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

test('a check that was overtaken is not answered', async () => {
  const responses: ((wrong: readonly string[]) => void)[] = [];
  const marked: string[][] = [];
  const check = toSpellCheck({
    readField: () => '',
    findWrong: () => new Promise((resolve) => void responses.push(resolve)),
  });
  check(['thier'], (wrong) => marked.push(wrong));
  check(['thier', 'teh'], (wrong) => marked.push(wrong));
  responses[0]?.(['thier']);
  responses[1]?.(['thier', 'teh']);
  await new Promise((resolve) => void setTimeout(resolve, 0));
  expect(marked).toEqual([['thier', 'teh']]);
});
