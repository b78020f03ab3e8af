import type { Port } from '#shared/rpc/client.ts';

/** A port whose other side responds to each call with the result of `respond`, or never if that is undefined. */
export function respondingPort(respond: (method: string, params: unknown) => unknown): Port {
  let receive: (message: unknown) => void = () => {};
  return {
    post: (message) => {
      const { id, method, params } = message as { id: number; method: string; params: unknown };
      const result = respond(method, params);
      if (result !== undefined) queueMicrotask(() => receive({ jsonrpc: '2.0', id, result }));
    },
    onMessage: (listener) => {
      receive = listener;
    },
    onClose: () => {},
  };
}
