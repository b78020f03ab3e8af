import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALIKE, groupAlike, toLikeness, toShingles } from '#engine/crisis/groupAlike.ts';
import { alikePairs } from './alikePairs.ts';

const likeness = (a: string, b: string) => toLikeness(toShingles(a), toShingles(b));

test('the threshold tells the pairs apart as the documentation says', () => {
  const judged = alikePairs.map(([isAlike, a, b]) => ({ isAlike, found: likeness(a, b) >= ALIKE }));
  const found = judged.filter((one) => one.isAlike && one.found).length;
  const wrong = judged.filter((one) => !one.isAlike && one.found).length;
  const all = judged.filter((one) => one.isAlike).length;
  const words = `${found} of ${all} pairs that mean the same, and ${wrong} of ${judged.length - all} others`;
  expect(wrong).toBe(0);
  expect(readFileSync('docs/listening.md', 'utf8')).toContain(words);
});

test('retweets, links, handles and case make no difference', () => {
  expect(likeness('RT @bo: @harbour Site DOWN https://t.co/a', 'site down @harbour')).toBe(1);
});

test('groups come largest first, and texts without words are in none', () => {
  const texts = ['where is my parcel', 'site is down', '🤬', 'site is down', 'the site is down', '@harbour'];
  expect(groupAlike(texts)).toEqual([[1, 3, 4], [0]]);
});

test('a chain of small changes does not bring different texts together', () => {
  const words = 'a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12'.split(' ');
  const chain = Array.from({ length: 7 }, (_, at) => words.slice(at, at + 6).join(' '));
  for (const group of groupAlike(chain)) {
    const [first = 0, ...others] = group;
    for (const other of others)
      expect(likeness(chain[first] ?? '', chain[other] ?? '')).toBeGreaterThanOrEqual(ALIKE);
  }
  expect(groupAlike(chain).length).toBeGreaterThan(1);
});

test('two thousand posts are grouped well within a second', () => {
  const texts = Array.from(
    { length: 2_000 },
    (_, at) => `the site is down for order ${at % 700} and page ${at % 13}`,
  );
  const from = performance.now();
  expect(groupAlike(texts).flat()).toHaveLength(2_000);
  expect(performance.now() - from).toBeLessThan(1_000);
});
