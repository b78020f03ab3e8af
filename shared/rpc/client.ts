import {
  type EngineInput,
  type EngineMethod,
  type EngineOutput,
  engineContract,
} from '../contract/engine.ts';
import { type EngineEvent, type EngineEventName, engineEvents } from '../contract/events.ts';
import type { AppError } from '../errors.ts';
import { createListeners } from '../listeners.ts';
import { err, ok, type Result } from '../result.ts';
import { RpcFailure, RpcNotification, RpcSuccess } from './envelope.ts';

/** Any channel that carries plain objects in both directions. */
export interface Port {
  post(message: unknown): void;
  /** Calls `listener` for each object that arrives. */
  onMessage(listener: (message: unknown) => void): void;
  /** Calls `listener` once when the other side has gone. */
  onClose(listener: () => void): void;
}

/** Typed calls to the engine over one port. */
export interface EngineClient {
  /** Never rejects: expected failures are results, including `engineGone`. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<Result<EngineOutput<M>, AppError>>;
  /** Calls `listener` for each event until the returned function is called. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Ends all pending calls with `engineGone`; later calls fail the same way at once. */
  close(): void;
}

interface PendingCall {
  readonly method: EngineMethod;
  readonly settle: (result: Result<unknown, AppError>) => void;
}

const gone: AppError = { code: 'engineGone' };

/** A client over `port`. A response that violates the contract counts as a `bug` of the engine. */
export function createEngineClient(port: Port): EngineClient {
  const pending = new Map<number, PendingCall>();
  const events = createListeners<EngineEvent>();
  let nextId = 1;
  let closed = false;

  const close = () => {
    closed = true;
    for (const call of pending.values()) call.settle(err(gone));
    pending.clear();
  };
  port.onClose(close);
  port.onMessage((message) => {
    const event = toEvent(message);
    if (event) events.emit(event);
    else settle(pending, message);
  });

  return {
    call: <M extends EngineMethod>(method: M, input: EngineInput<M>) => {
      if (closed) return Promise.resolve(err(gone));
      const id = nextId++;
      return new Promise<Result<EngineOutput<M>, AppError>>((resolve) => {
        pending.set(id, { method, settle: (result) => resolve(result as never) });
        port.post({ jsonrpc: '2.0', id, method, params: input });
      });
    },
    onEvent: events.add,
    close,
  };
}

function settle(pending: Map<number, PendingCall>, message: unknown): void {
  const success = RpcSuccess.safeParse(message);
  const failure = RpcFailure.safeParse(message);
  const id = success.data?.id ?? failure.data?.id;
  const call = typeof id === 'number' ? pending.get(id) : undefined;
  if (typeof id !== 'number' || !call) return;
  pending.delete(id);
  if (failure.success) {
    call.settle(err(failure.data.error.data));
    return;
  }
  const output = engineContract[call.method].output.safeParse(success.data?.result);
  call.settle(
    output.success
      ? ok(output.data)
      : err({ code: 'bug', reference: `${call.method}: ${output.error.message}` }),
  );
}

function toEvent(message: unknown): EngineEvent | null {
  const notification = RpcNotification.safeParse(message);
  if (!notification.success || (message as { id?: unknown }).id !== undefined) return null;
  const name = notification.data.method;
  if (!isEventName(name)) return null;
  const params = engineEvents[name].params.safeParse(notification.data.params);
  return params.success ? ({ name, params: params.data } as EngineEvent) : null;
}

function isEventName(name: string): name is EngineEventName {
  return Object.hasOwn(engineEvents, name);
}
