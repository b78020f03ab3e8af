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

/** Any pipe that carries plain objects both ways. */
export interface Port {
  post(message: unknown): void;
  /** Calls `listener` for each arriving object. */
  onMessage(listener: (message: unknown) => void): void;
  /** Calls `listener` once when the other side has gone. */
  onClose(listener: () => void): void;
}

/** Typed calls to the engine over one port. */
export interface EngineClient {
  /** Never rejects: an expected failure, also that the engine has gone, is an answer. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<Result<EngineOutput<M>, AppError>>;
  /** Calls `listener` for each event until the returned function is called. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Ends all waiting calls with `engineGone`; later calls end so at once. */
  close(): void;
}

interface Waiting {
  readonly method: EngineMethod;
  readonly settle: (result: Result<unknown, AppError>) => void;
}

const gone: AppError = { code: 'engineGone' };

/** A client that speaks over `port`; answers that break the contract count as a bug of the engine. */
export function createEngineClient(port: Port): EngineClient {
  const waiting = new Map<number, Waiting>();
  const events = createListeners<EngineEvent>();
  let nextId = 1;
  let closed = false;

  const close = () => {
    closed = true;
    for (const call of waiting.values()) call.settle(err(gone));
    waiting.clear();
  };
  port.onClose(close);
  port.onMessage((message) => {
    const event = toEvent(message);
    if (event) events.emit(event);
    else settle(waiting, message);
  });

  return {
    call: <M extends EngineMethod>(method: M, input: EngineInput<M>) => {
      if (closed) return Promise.resolve(err(gone));
      const id = nextId++;
      return new Promise<Result<EngineOutput<M>, AppError>>((resolve) => {
        waiting.set(id, { method, settle: (result) => resolve(result as never) });
        port.post({ jsonrpc: '2.0', id, method, params: input });
      });
    },
    onEvent: events.add,
    close,
  };
}

function settle(waiting: Map<number, Waiting>, message: unknown): void {
  const success = RpcSuccess.safeParse(message);
  const failure = RpcFailure.safeParse(message);
  const id = success.data?.id ?? failure.data?.id;
  const call = typeof id === 'number' ? waiting.get(id) : undefined;
  if (typeof id !== 'number' || !call) return;
  waiting.delete(id);
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
