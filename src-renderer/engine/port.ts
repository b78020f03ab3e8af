import type { Port } from '#shared/rpc/client.ts';

/** A message port of the browser as the pipe that the engine's client speaks over. */
export function toPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', (event) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', listener, { once: true }),
  };
}
