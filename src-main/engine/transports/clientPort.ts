import type { Engine } from '../engine.ts';
import { handleRpc } from './handleRpc.ts';

/** The part of Electron's MessagePortMain that is used here. */
export interface ClientPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
}

/** Serves one client over its port, answers and events alike, until the port closes. */
export function serveClient(engine: Engine, port: ClientPort): void {
  let open = true;
  const post = (message: object) => {
    if (open) port.postMessage(message);
  };
  const removeListener = engine.onEvent(({ name, params }) => post({ jsonrpc: '2.0', method: name, params }));
  port.on('message', async ({ data }) => {
    const answer = await handleRpc(engine.handle, data);
    if (answer) post(answer);
  });
  port.on('close', () => {
    open = false;
    removeListener();
  });
  port.start();
}
