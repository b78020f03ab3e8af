import { ENGINE_PORT_MESSAGE } from '../../shared/contract/shell.ts';
import { err } from '../../shared/result.ts';
import { createEngineClient, type EngineClient, type Port } from '../../shared/rpc/client.ts';
import { toPort } from './port.ts';

/** waiting: not there yet. live: answers. restarting: gone, a new one comes. stopped: gone for good. */
export type EngineState = 'waiting' | 'live' | 'restarting' | 'stopped';

/** The engine as a window sees it: one client that outlives restarts. */
export interface EngineLink extends Pick<EngineClient, 'call' | 'onEvent'> {
  state(): EngineState;
  /** How many engines there have been. */
  starts(): number;
  /** Calls `listener` after each change of state, also when a new engine replaced a live one. */
  onState(listener: (state: EngineState) => void): () => void;
  /** Speaks over `port` from now on; waiting calls go out on it. */
  accept(port: Port): void;
  /** Says that the engine has gone. Later calls wait for the next port, or fail when none will come. */
  lose(restarting: boolean): void;
}

/** A link without an engine yet: calls wait until `accept`. */
export function createEngineLink(): EngineLink {
  let client: EngineClient | null = null;
  let state: EngineState = 'waiting';
  let starts = 0;
  let waiting: Array<() => void> = [];
  const eventListeners = new Set<Parameters<EngineClient['onEvent']>[0]>();
  const stateListeners = new Set<(state: EngineState) => void>();

  const enter = (next: EngineState) => {
    state = next;
    const calls = next === 'live' || next === 'stopped' ? waiting : [];
    if (calls.length > 0) waiting = [];
    for (const start of calls) start();
    for (const listener of stateListeners) listener(next);
  };

  const link: EngineLink = {
    call: async (method, input) => {
      if (client) return client.call(method, input);
      if (state === 'stopped') return err({ code: 'engineGone' });
      await new Promise<void>((start) => waiting.push(start));
      return link.call(method, input);
    },
    onEvent: (listener) => {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    state: () => state,
    starts: () => starts,
    onState: (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    accept: (port) => {
      client?.close();
      const accepted = createEngineClient(port);
      client = accepted;
      starts++;
      accepted.onEvent((event) => {
        if (client === accepted) for (const listener of eventListeners) listener(event);
      });
      port.onClose(() => {
        if (client === accepted) link.lose(true);
      });
      enter('live');
    },
    lose: (restarting) => {
      client?.close();
      client = null;
      enter(restarting ? 'restarting' : 'stopped');
    },
  };
  return link;
}

/** Hands each port that the shell posts into this window to `link`; the answer stops that. */
export function listenForPorts(link: EngineLink, target: Window = window): () => void {
  const listener = (event: MessageEvent) => {
    const port = event.ports[0];
    if (event.source === target && event.data === ENGINE_PORT_MESSAGE && port) link.accept(toPort(port));
  };
  target.addEventListener('message', listener);
  return () => target.removeEventListener('message', listener);
}
