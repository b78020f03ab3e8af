import { expect, test } from 'vitest';
import { SerialQueue } from '#shell/base/serialQueue.ts';

/** A task that settles when the test calls `end`. */
function pendingTask() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end: () => end(), task: () => ended };
}

test('starts a task when the previous one has settled, even if that failed', async () => {
  const queue = new SerialQueue();
  const started: string[] = [];
  const failing = queue.run(async () => {
    started.push('first');
    throw new Error('no');
  });
  const second = queue.run(async () => void started.push('second'));
  await expect(failing).rejects.toThrow('no');
  await second;
  expect(started).toEqual(['first', 'second']);
});

test('waits for the running task when closed, and starts no other', async () => {
  const queue = new SerialQueue();
  const { task, end } = pendingTask();
  const running = queue.run(task);
  await Promise.resolve();
  let hasStarted = false;
  const waiting = queue.run(async () => {
    hasStarted = true;
  });
  const closed = queue.close();
  end();
  await running;
  await expect(waiting).rejects.toThrow();
  await closed;
  expect(hasStarted).toBe(false);
});
