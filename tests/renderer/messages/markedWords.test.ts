import { expect, it } from 'vitest';
import { splitAtMarks } from '#renderer/messages/markedWords.ts';

const marks = [
  { start: 2, end: 4 },
  { start: 6, end: 9 },
];

it.each([
  ['abcdefgh', 0, ['ab', '[cd]', 'ef', '[gh]']],
  ['cd', 2, ['[cd]']],
  ['d', 3, ['[d]']],
  ['ef', 4, ['ef']],
  ['xyz', 20, ['xyz']],
  ['', 3, []],
])('splits %j that begins at %i', (text, start, parts) => {
  const split = splitAtMarks(text, start, marks);
  expect(split.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))).toEqual(parts);
});
