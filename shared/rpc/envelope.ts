import { z } from 'zod';
import { AppError } from '../errors.ts';

/** A request of JSON-RPC 2.0, which every transport of the engine speaks: https://www.jsonrpc.org/specification */
export const RpcRequest = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.number()]),
  method: z.string(),
  params: z.unknown().optional(),
});
export type RpcRequest = z.infer<typeof RpcRequest>;

/** An error response. `data` is for programs, `message` for a person who reads a log. */
export const RpcFailure = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.number()]).nullable(),
  error: z.object({ code: z.number().int(), message: z.string(), data: AppError }),
});
export type RpcFailure = z.infer<typeof RpcFailure>;

export const RpcSuccess = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.number()]),
  result: z.unknown(),
});
export type RpcSuccess = z.infer<typeof RpcSuccess>;

/** An event: a request without an id, which gets no response. */
export const RpcNotification = z.object({
  jsonrpc: z.literal('2.0'),
  method: z.string(),
  params: z.unknown(),
});
export type RpcNotification = z.infer<typeof RpcNotification>;

/** The error codes that JSON-RPC reserves, and -32000 for every expected failure of Perch. */
export const rpcCodes = {
  parse: -32700,
  request: -32600,
  unknownMethod: -32601,
  params: -32602,
  bug: -32603,
  expected: -32000,
} as const;

/** The JSON-RPC error code of an error. */
export function rpcCodeOf(error: AppError): number {
  if (error.code === 'unknownMethod') return rpcCodes.unknownMethod;
  if (error.code === 'invalid') return rpcCodes.params;
  return error.code === 'bug' ? rpcCodes.bug : rpcCodes.expected;
}

/** The envelope of an error; `id` is null if the request was unreadable. */
export function toRpcFailure(id: RpcFailure['id'], error: AppError, code = rpcCodeOf(error)): RpcFailure {
  return { jsonrpc: '2.0', id, error: { code, message: error.code, data: error } };
}
