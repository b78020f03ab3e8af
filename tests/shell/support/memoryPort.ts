import type { Port } from '#shared/rpc/client.ts';

/** A port whose other side answers each call with what `answer` says, or never where it says undefined. */
export function answeringPort(answer: (method: string, params: unknown) => unknown): Port {
  let hear: (message: unknown) => void = () => {};
  return {
    post: (message) => {
      const { id, method, params } = message as { id: number; method: string; params: unknown };
      const result = answer(method, params);
      if (result !== undefined) queueMicrotask(() => hear({ jsonrpc: '2.0', id, result }));
    },
    onMessage: (listener) => {
      hear = listener;
    },
    onClose: () => {},
  };
}
