import { expect, test } from 'vitest';
import { locatePersonalData } from '#engine/guards/personal/locatePersonalData.ts';
import { harmlessReplies } from '../../../bench/guardCorpus/harmless.ts';
import type { Leak } from '../../../bench/guardCorpus/leak.ts';
import { listLeaks } from '../../../bench/guardCorpus/leaks.ts';

const facts = { countries: ['BE', 'NL', 'FR', 'LU', 'GB', 'US', 'DE'], patterns: [] };

/** How many letters and digits of the leak nothing was found of. */
function countLeft({ text, part }: Leak): number {
  const found = locatePersonalData(text, facts);
  const from = text.lastIndexOf(part);
  const signs = [...part.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => from + index);
  return signs.filter((at) => !found.some(({ start, end }) => start <= at && at < end)).length;
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('finds every planted leak, with seed %j', (seed) => {
  const leaks = listLeaks(seed);
  expect(leaks.length).toBeGreaterThan(300);
  expect(leaks.filter((leak) => countLeft(leak) > 0)).toEqual([]);
});

test.each(harmlessReplies)('finds nothing in %j', (text) => {
  expect(locatePersonalData(text, facts)).toEqual([]);
});
