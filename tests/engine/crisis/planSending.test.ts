import { expect, test } from 'vitest';
import { ALIKE_APART_MS, APART_MS, planSending } from '#engine/crisis/planSending.ts';

const one = 'We know that payments fail and are working on it right now.';
const two = 'Sorry about the trouble with paying, our engineers are on it.';

test('the same words go out three minutes apart, and others between them', () => {
  expect(planSending([one, one, two, two], [], 1_000)).toEqual([
    1_000,
    1_000 + ALIKE_APART_MS,
    1_000 + APART_MS,
    1_000 + APART_MS + ALIKE_APART_MS,
  ]);
});

test('what is planned or was posted already counts', () => {
  const planned = [{ at: 990_000, text: one }];
  expect(planSending([one, two], planned, 1_000_000)).toEqual([990_000 + ALIKE_APART_MS, 990_000 + APART_MS]);
});

test('whatever is planned, no two are closer than they may be', () => {
  const texts = Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? one : two));
  const times = planSending(texts, [], 0);
  for (const [a, at] of times.entries())
    for (const [b, other] of times.entries()) {
      if (a >= b) continue;
      const least = texts[a] === texts[b] ? ALIKE_APART_MS : APART_MS;
      expect(Math.abs(at - other)).toBeGreaterThanOrEqual(least);
    }
});
