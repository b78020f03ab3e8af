import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createPace } from '#engine/capture/pace.ts';

const never = () => false;

/** Work of some steps that take so long each. */
function createWork(tookMs: number, steps = 1) {
  let now = 0;
  let taken = 0;
  const pace = createPace({ elapsedMs: () => now });
  function* work(): Generator<void, string> {
    for (let step = 1; ; step += 1) {
      now += tookMs;
      taken += 1;
      if (step === steps) return 'done';
      yield;
    }
  }
  const wait = (ms: number) => {
    now += ms;
  };
  return { run: (isStopped = never) => pace(work, isStopped), wait, countTaken: () => taken };
}

test('slow work is repeated only after a hundred times as long as it took', async () => {
  const { run, wait } = createWork(60);
  expect(await run()).toBe('done');
  wait(5_999);
  expect(await run()).toBeUndefined();
  wait(1);
  expect(await run()).toBe('done');
});

test('work that takes little time is never rested from', async () => {
  const { run } = createWork(49);
  expect([await run(), await run()]).toEqual(['done', 'done']);
});

test('others have their turn between the steps of slow work', async () => {
  const { run, countTaken } = createWork(5, 10);
  const seen: number[] = [];
  let isDone = false;
  const done = run().then(() => {
    isDone = true;
  });
  for (; !isDone; await setImmediate()) seen.push(countTaken());
  await done;
  expect(new Set(seen).size).toBeGreaterThanOrEqual(9);
});

test('what others do between the steps does not count, however long it takes', async () => {
  const { run, wait } = createWork(5, 9);
  let isDone = false;
  const done = run().finally(() => {
    isDone = true;
  });
  for (; !isDone; await setImmediate()) wait(1_000);
  expect(await done).toBe('done');
  // 45 ms of work are not slow.
  expect(await run()).toBe('done');
});

test('the time of all steps counts together', async () => {
  const { run, wait } = createWork(5, 10);
  expect(await run()).toBe('done');
  wait(4_999);
  expect(await run()).toBeUndefined();
  wait(1);
  expect(await run()).toBe('done');
});

test('work ends between two steps once it is stopped', async () => {
  const { run, countTaken } = createWork(5, 10);
  expect(await run(() => countTaken() === 3)).toBeUndefined();
  expect(countTaken()).toBe(3);
});
