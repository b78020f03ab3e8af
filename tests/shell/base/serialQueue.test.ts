import { expect, test } from 'vitest';
import { Turns } from '#shell/base/serialQueue.ts';

/** A task that ends when the test says so. */
function heldTask() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end: () => end(), task: () => ended };
}

test('lets one task end before the next begins, also one that fails', async () => {
  const turns = new Turns();
  const happened: string[] = [];
  const failing = turns.run(async () => {
    happened.push('first');
    throw new Error('no');
  });
  const second = turns.run(async () => void happened.push('second'));
  await expect(failing).rejects.toThrow('no');
  await second;
  expect(happened).toEqual(['first', 'second']);
});

test('waits at the end for what has begun, and begins nothing more', async () => {
  const turns = new Turns();
  const { task, end } = heldTask();
  const running = turns.run(task);
  await Promise.resolve();
  let hasBegun = false;
  const waiting = turns.run(async () => {
    hasBegun = true;
  });
  const ended = turns.end();
  end();
  await running;
  await expect(waiting).rejects.toThrow();
  await ended;
  expect(hasBegun).toBe(false);
});
