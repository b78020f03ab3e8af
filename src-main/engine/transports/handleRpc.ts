import type { AppError } from '#shared/errors.ts';
import {
  type RpcFailure,
  RpcRequest,
  type RpcSuccess,
  rpcCodes,
  toRpcFailure,
} from '#shared/rpc/envelope.ts';
import type { Serve } from '../handlers/serve.ts';

export type RpcResponse = RpcSuccess | RpcFailure;

/**
 * Carries out one JSON-RPC message and returns the response: a list of them for a batch, null for a notification or a
 * batch of notifications. Never rejects.
 */
export async function handleRpc(serve: Serve, message: unknown): Promise<RpcResponse | RpcResponse[] | null> {
  if (!Array.isArray(message)) return await handleOne(serve, message);
  if (message.length === 0) return refuse(null, 'a batch must not be empty');
  const responses = await Promise.all(message.map((one) => handleOne(serve, one)));
  const present = responses.filter((response) => response !== null);
  return present.length > 0 ? present : null;
}

/** The response to text that is no JSON. */
export function refuseText(reason: string): RpcFailure {
  return toRpcFailure(null, invalid(reason), rpcCodes.parse);
}

async function handleOne(serve: Serve, message: unknown): Promise<RpcResponse | null> {
  const isNotification = typeof message === 'object' && message !== null && !('id' in message);
  const request = RpcRequest.safeParse(isNotification ? { ...message, id: 0 } : message);
  if (!request.success) {
    const id = RpcRequest.shape.id.safeParse(isNotification ? null : readId(message));
    const issue = request.error.issues[0];
    return refuse(id.data ?? null, `${issue?.path.join('.') || 'request'}: ${issue?.message}`);
  }
  const { id, method, params } = request.data;
  const result = await serve(method, params);
  if (isNotification) return null;
  return result.ok ? { jsonrpc: '2.0', id, result: result.value } : toRpcFailure(id, result.error);
}

function readId(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'id' in message ? message.id : null;
}

function refuse(id: RpcFailure['id'], reason: string): RpcFailure {
  return toRpcFailure(id, invalid(reason), rpcCodes.request);
}

const invalid = (reason: string): AppError => ({ code: 'invalid', path: '', reason });
