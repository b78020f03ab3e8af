import type { MessagePortMain } from 'electron';
import type { Port } from '#shared/rpc/client.ts';

/** The shell's own end of a channel as the engine's client wants it. */
export function toPort(port: MessagePortMain): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data));
      port.start();
    },
    onClose: (listener) => void port.once('close', listener),
  };
}
