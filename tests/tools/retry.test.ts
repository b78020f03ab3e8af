import { expect, it } from 'vitest';
import { retry } from '../../tools/retry.ts';

/** A task that fails the given number of times and then succeeds. */
function failing(times: number): () => Promise<string> {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw new Error(`failure ${calls}`);
    return 'done';
  };
}

it('retries after each wait until the task succeeds', async () => {
  const waits: number[] = [];
  const done = await retry(failing(2), [10, 20, 40], async (ms) => waits.push(ms));
  expect(done).toBe('done');
  expect(waits).toEqual([10, 20]);
});

it('rejects with the last error', async () => {
  await expect(retry(failing(9), [10, 20], async () => {})).rejects.toThrow('failure 3');
});
