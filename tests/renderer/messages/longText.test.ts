import { expect, test } from 'vitest';
import { toPieces } from '#renderer/messages/longText.ts';

const words = 'some words '.repeat(100);
const long = 'W'.repeat(1_000);
const family = `${'a'.repeat(198)}👩\u200d👧\u0301 and on`;

test('leaves a text of words in one piece', () => {
  expect(toPieces(words)).toEqual([words]);
  expect(toPieces('')).toEqual(['']);
});

test.each([[long], [words + long + words], ['👧'.repeat(900)], [family], [`Z${'\u0301'.repeat(900)}`]])(
  'loses nothing and splits no character of %.20s',
  (text) => {
    const pieces = toPieces(text);
    expect(pieces.join('')).toBe(text);
    for (const piece of pieces.slice(1)) expect(piece).not.toMatch(/^[\p{M}\p{Surrogate}]/u);
  },
);

test('leaves no long run in one piece', () => {
  expect(Math.max(...toPieces(words + long).map((piece) => piece.trim().length))).toBeLessThanOrEqual(1_100);
  expect(toPieces(long)).toHaveLength(6);
});
