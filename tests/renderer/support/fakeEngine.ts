import {
  type EngineInput,
  type EngineMethod,
  type EngineOutput,
  type EngineParsed,
  engineContract,
} from '#shared/contract/engine.ts';
import { type EngineEventName, type EngineEventParams, engineEvents } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import type { Port } from '#shared/rpc/client.ts';
import { RpcRequest, toRpcFailure } from '#shared/rpc/envelope.ts';

export type FakeHandlers = {
  [M in EngineMethod]?: (
    input: EngineParsed<M>,
  ) => Result<EngineOutput<M>, AppError> | Promise<Result<EngineOutput<M>, AppError>>;
};

export interface FakeCall<M extends EngineMethod = EngineMethod> {
  readonly method: M;
  readonly input: unknown;
}

/** An engine without a store: responds by handlers, and checks every input and output against the contract. */
export interface FakeEngine {
  /** Returns the window's end of a new port, as after a start of the engine. */
  connect(): Port;
  /** Replaces handlers from now on. */
  handle(handlers: FakeHandlers): void;
  emit<E extends EngineEventName>(name: E, params: EngineEventParams<E>): void;
  /** Closes the port, as when the engine crashes. */
  die(): void;
  /** All calls, in order. */
  readonly calls: readonly FakeCall[];
  /** The inputs of one method, in order. */
  callsOf<M extends EngineMethod>(method: M): readonly EngineInput<M>[];
}

/** Creates a fake engine; a call without a handler fails with `bug`. */
export function createFakeEngine(initial: FakeHandlers): FakeEngine {
  let handlers = initial;
  let toWindow: ((message: unknown) => void) | null = null;
  let onClose: (() => void) | null = null;
  const calls: FakeCall[] = [];

  const respond = async (message: unknown) => {
    const request = RpcRequest.parse(message);
    const reply = toWindow;
    const send = (body: object) => reply === toWindow && reply?.(structuredClone(body));
    if (!isMethod(request.method)) {
      return send(toRpcFailure(request.id, { code: 'unknownMethod', method: request.method }));
    }
    const { method } = request;
    const input = engineContract[method].input.parse(request.params);
    calls.push({ method, input });
    const handler = handlers[method] as ((input: unknown) => Result<unknown, AppError>) | undefined;
    const result = handler
      ? await handler(input)
      : err({ code: 'bug', reference: `no handler for ${method}` } as const);
    if (!result.ok) return send(toRpcFailure(request.id, result.error));
    return send({
      jsonrpc: '2.0',
      id: request.id,
      result: engineContract[method].output.parse(result.value),
    });
  };

  return {
    connect: () => ({
      post: (message) => void respond(structuredClone(message)),
      onMessage: (listener) => {
        toWindow = listener;
      },
      onClose: (listener) => {
        const before = onClose;
        onClose = () => {
          before?.();
          listener();
        };
      },
    }),
    handle: (more) => {
      handlers = { ...handlers, ...more };
    },
    emit: (name, params) => {
      toWindow?.({ jsonrpc: '2.0', method: name, params: engineEvents[name].params.parse(params) });
    },
    die: () => {
      const close = onClose;
      toWindow = null;
      onClose = null;
      close?.();
    },
    calls,
    callsOf: <M extends EngineMethod>(method: M) =>
      calls.filter((call) => call.method === method).map((call) => call.input as EngineInput<M>),
  };
}

function isMethod(name: string): name is EngineMethod {
  return Object.hasOwn(engineContract, name);
}
