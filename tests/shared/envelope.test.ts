import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { rpcCodeOf, toRpcFailure } from '#shared/rpc/envelope.ts';

describe('an error response', () => {
  test.each<[AppError, number]>([
    [{ code: 'unknownMethod', method: 'x' }, -32601],
    [{ code: 'invalid', path: 'x', reason: 'y' }, -32602],
    [{ code: 'bug', reference: 'r' }, -32603],
    [{ code: 'offline' }, -32000],
  ])('%j has the code %i', (error, code) => {
    expect(rpcCodeOf(error)).toBe(code);
    expect(toRpcFailure(1, error)).toEqual({
      jsonrpc: '2.0',
      id: 1,
      error: { code, message: error.code, data: error },
    });
  });

  test('is plain data that a structured clone does not change', () => {
    const error = AppError.parse({ code: 'rateLimited', resetAt: 5 });
    expect(structuredClone(error)).toEqual(error);
  });
});
