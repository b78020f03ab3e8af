import { EnginePortMessage } from '#shared/contract/shell.ts';
import type { Port } from '#shared/rpc/client.ts';

/** Hands each port that the shell sends to this window to the workspace it is for. */
export interface EnginePorts {
  /** Passes on a port. Without a subscriber the latest port is held until there is one. */
  deliver(workspaceId: string, port: Port): void;
  /**
   * Calls `listener` with each port to the engine of a workspace, immediately with one that is held. Returns the
   * unsubscriber.
   */
  subscribe(workspaceId: string, listener: (port: Port) => void): () => void;
}

/** Creates the registry of ports. */
export function createEnginePorts(): EnginePorts {
  const listeners = new Map<string, (port: Port) => void>();
  let waiting: { readonly workspaceId: string; readonly port: Port } | null = null;
  return {
    deliver: (workspaceId, port) => {
      const listener = listeners.get(workspaceId);
      waiting = listener ? null : { workspaceId, port };
      listener?.(port);
    },
    subscribe: (workspaceId, listener) => {
      listeners.set(workspaceId, listener);
      if (waiting?.workspaceId === workspaceId) {
        listener(waiting.port);
        waiting = null;
      }
      return () => {
        if (listeners.get(workspaceId) === listener) listeners.delete(workspaceId);
      };
    },
  };
}

/** Delivers the ports that the shell posts into this window until the returned function is called. */
export function listenForPorts(ports: EnginePorts, target: Window = window): () => void {
  const listener = (event: MessageEvent) => {
    const [port] = event.ports;
    if (event.source !== target || !port) return;
    const message = EnginePortMessage.safeParse(event.data);
    if (message.success) ports.deliver(message.data.workspaceId, toPort(port));
  };
  target.addEventListener('message', listener);
  return () => target.removeEventListener('message', listener);
}

/** Adapts a browser MessagePort to the transport of an engine client. */
function toPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', (event) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', listener, { once: true }),
  };
}
