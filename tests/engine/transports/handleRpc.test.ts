import { describe, expect, test } from 'vitest';
import type { Serve } from '#engine/handlers/serve.ts';
import { handleRpc } from '#engine/transports/handleRpc.ts';
import { err, ok } from '#shared/result.ts';

const calls: unknown[] = [];
const serve: Serve = async (method, params) => {
  calls.push([method, params]);
  return method === 'good' ? ok({ said: params ?? null }) : err({ code: 'unknownMethod', method });
};
const request = (id: unknown, method = 'good') => ({ jsonrpc: '2.0', id, method });

describe('handleRpc', () => {
  test('answers a request under its id', async () => {
    expect(await handleRpc(serve, { ...request('a'), params: { x: 1 } })).toEqual({
      jsonrpc: '2.0',
      id: 'a',
      result: { said: { x: 1 } },
    });
  });

  test('answers an expected failure as data', async () => {
    expect(await handleRpc(serve, request(7, 'none'))).toEqual({
      jsonrpc: '2.0',
      id: 7,
      error: { code: -32601, message: 'unknownMethod', data: { code: 'unknownMethod', method: 'none' } },
    });
  });

  test('carries out a notification and answers nothing', async () => {
    calls.length = 0;
    expect(await handleRpc(serve, { jsonrpc: '2.0', method: 'good' })).toBeNull();
    expect(calls).toEqual([['good', undefined]]);
  });

  test('answers a batch with a list, without its notifications', async () => {
    const batch = [request(1), { jsonrpc: '2.0', method: 'good' }, request(2, 'none'), 5];
    expect(await handleRpc(serve, batch)).toMatchObject([
      { id: 1, result: {} },
      { id: 2, error: { code: -32601 } },
      { id: null, error: { code: -32600 } },
    ]);
    expect(await handleRpc(serve, [{ jsonrpc: '2.0', method: 'good' }])).toBeNull();
  });

  test.each([
    [[]],
    [null],
    [5],
    ['text'],
    [{}],
    [{ jsonrpc: '1.0', id: 1, method: 'good' }],
    [request(null)],
  ])('refuses %j', async (message) => {
    expect(await handleRpc(serve, message)).toMatchObject({
      error: { code: -32600, data: { code: 'invalid' } },
    });
  });

  test('refuses under the id where there is one', async () => {
    expect(await handleRpc(serve, { jsonrpc: '2.0', id: 3 })).toMatchObject({
      id: 3,
      error: { code: -32600 },
    });
  });
});
