import { expect, test } from 'vitest';
import type { XFailure } from '#engine/x/client/failures.ts';
import { withReach } from '#engine/x/client/withReach.ts';
import { err, ok } from '#shared/result.ts';

/** What is noted after a request with this outcome; null is a response. */
async function noted(failure: XFailure | null, isStopped = false): Promise<boolean[]> {
  const notes: boolean[] = [];
  const response = ok({ body: {}, headers: {}, status: 200 });
  const transport = withReach(
    async () => (failure === null ? response : err(failure)) as never,
    (isReached) => notes.push(isReached),
    () => isStopped,
  );
  await transport({ method: 'GET', path: '/2/users/me' }, 'token', 'account');
  return notes;
}

test.each([
  ['a response', null, [true]],
  ['a refusal', { kind: 'responded', status: 503, body: null, headers: {} }, [true]],
  ['a response that breaks off', { kind: 'broken', detail: '' }, [true]],
  ['no connection', { kind: 'unreachable', timedOut: false }, [false]],
  ['no connection in time', { kind: 'unreachable', timedOut: true }, [false]],
  ['no response in time, which says nothing', { kind: 'timedOut' }, []],
] as const)('%s says whether X is reached', async (_, failure, notes) => {
  expect(await noted(failure)).toEqual(notes);
});

test('a request that is cut off by the end of the engine says nothing', async () => {
  expect(await noted({ kind: 'unreachable', timedOut: false }, true)).toEqual([]);
});
