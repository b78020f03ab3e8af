import { expect, test } from 'vitest';
import { findWordsOf, parseMessageQuery } from '#shared/domain/messageQuery.ts';

const marked = (text: string, typed: string) =>
  findWordsOf(text, parseMessageQuery(typed)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['The Café is closed', 'cafe', ['Café']],
  ['late parcels are late', 'late parc', ['late', 'parcels', 'late']],
  ['late parcels', 'late letter', []],
  ['the parcel is late', '"parcel late"', []],
  ['荷物が届かない', '物が', ['物が']],
  ['nothing typed', '  !?', []],
])('in %j, %j is %j', (text, typed, found) => {
  expect(marked(text, typed)).toEqual(found);
});
