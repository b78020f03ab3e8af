import { expect, test } from 'vitest';
import { createPace } from '#engine/capture/pace.ts';

test('work is repeated only after a hundred times as long as it took', () => {
  let now = 0;
  const pace = createPace({ elapsedMs: () => now });
  const work = () => {
    now += 20;
    return 'done';
  };
  expect(pace(work)).toBe('done');
  now += 1_999;
  expect(pace(work)).toBeUndefined();
  now += 1;
  expect(pace(work)).toBe('done');
});

test('work that takes no time is never rested from', () => {
  const pace = createPace({ elapsedMs: () => 7 });
  expect([pace(() => 1), pace(() => 2)]).toEqual([1, 2]);
});
