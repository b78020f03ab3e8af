import { expect, test } from 'vitest';
import { ok } from '#shared/result.ts';
import type { EngineClient } from '#shared/rpc/client.ts';
import { cancelled, untilCancelled } from '#shell/login/cancellable.ts';

function engine() {
  const calls: string[] = [];
  const call = async (method: string) => {
    calls.push(method);
    return ok({});
  };
  return { calls, call: call as unknown as EngineClient['call'] };
}

test('ends at once when the login is cancelled, and tells the engine', async () => {
  const { calls, call } = engine();
  const controller = new AbortController();
  const result = untilCancelled(call, controller.signal, () => new Promise(() => {}));
  controller.abort();
  expect(await result).toEqual(cancelled);
  expect(calls).toEqual(['account.cancelLogin']);
});

test('does nothing for a login that was cancelled before', async () => {
  const { calls, call } = engine();
  const step = () => Promise.reject(new Error('not called'));
  expect(await untilCancelled(call, AbortSignal.abort(), step)).toEqual(cancelled);
  expect(calls).toEqual([]);
});

test('returns what the step returned', async () => {
  const { call } = engine();
  expect(await untilCancelled(call, new AbortController().signal, async () => ok(7))).toEqual(ok(7));
});
