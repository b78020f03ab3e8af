import { expect, it } from 'vitest';
import { toSearchTerms, toSearchWords } from '#renderer/features/Listening/useSearchForm.ts';

const empty = { all: '', any: '', phrases: '', hashtags: '', none: '' };

it('splits words at spaces and commas, and phrases at commas only', () => {
  const words = {
    ...empty,
    all: ' late,  parcel ',
    phrases: 'where is my, third time',
    hashtags: '#fail#late',
  };
  expect(toSearchTerms(words, 'nl')).toEqual({
    all: ['late', 'parcel'],
    any: [],
    phrases: ['where is my', 'third time'],
    hashtags: ['fail', 'late'],
    none: [],
    lang: 'nl',
  });
});

it('removes duplicates and respects the limits of the engine', () => {
  const many = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ');
  const { all, any } = toSearchTerms({ ...empty, all: 'a a b', any: many }, null);
  expect(all).toEqual(['a', 'b']);
  expect(any).toHaveLength(20);
});

it('converts terms to text and back', () => {
  const words = { all: 'a b', any: 'c', phrases: 'd e, f', hashtags: 'g', none: 'h' };
  expect(toSearchWords(toSearchTerms(words, null))).toEqual(words);
  expect(toSearchWords(null)).toEqual(empty);
});
