import type { Served } from '../handlers/serve.ts';
import { handleRpc } from './handleRpc.ts';

/** The part of Electron's MessagePortMain that is used here. */
export interface ClientPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
}

/** Serves one client over its port, responses and events alike, until the port closes. */
export function serveClient(engine: Served, port: ClientPort): void {
  let open = true;
  const post = (message: object) => {
    if (open) port.postMessage(message);
  };
  const removeListener = engine.onEvent(({ name, params }) => post({ jsonrpc: '2.0', method: name, params }));
  port.on('message', async ({ data }) => {
    const response = await handleRpc(engine.handle, data);
    if (response) post(response);
  });
  port.on('close', () => {
    open = false;
    removeListener();
  });
  port.start();
}
