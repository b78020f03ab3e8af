import { expect, test } from 'vitest';
import { createPace } from '#engine/capture/pace.ts';

function createWork(tookMs: number) {
  let now = 0;
  const pace = createPace({ elapsedMs: () => now });
  const work = () => {
    now += tookMs;
    return 'done';
  };
  const wait = (ms: number) => {
    now += ms;
  };
  return { run: () => pace(work), wait };
}

test('slow work is repeated only after a hundred times as long as it took', () => {
  const { run, wait } = createWork(60);
  expect(run()).toBe('done');
  wait(5_999);
  expect(run()).toBeUndefined();
  wait(1);
  expect(run()).toBe('done');
});

test('work that takes little time is never rested from', () => {
  const { run } = createWork(49);
  expect([run(), run()]).toEqual(['done', 'done']);
});
