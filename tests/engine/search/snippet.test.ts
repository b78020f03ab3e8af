import { expect, test } from 'vitest';
import { toSnippet } from '#engine/search/snippet.ts';

const kingfisher = [{ words: ['kingfisher'], isPrefix: false }];

test('a text whose match is near its beginning is shown from there', () => {
  expect(toSnippet('We saw a kingfisher today', kingfisher)).toBe('We saw a \u0002kingfisher\u0003 today');
});

test('the match at the end of a short text is seen in a row of two lines', () => {
  const text =
    'We walked along the river for hours and at last, behind the old mill, there it was: a kingfisher';
  expect(toSnippet(text, kingfisher)).toBe('…the old mill, there it was: a \u0002kingfisher\u0003');
});
