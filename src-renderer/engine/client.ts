import type { EngineEvent } from '#shared/contract/events.ts';
import { ENGINE_PORT_MESSAGE } from '#shared/contract/shell.ts';
import { createListeners } from '#shared/listeners.ts';
import { err } from '#shared/result.ts';
import { createEngineClient, type EngineClient, type Port } from '#shared/rpc/client.ts';
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
  let starts = 0;
  const states = createStates();
  const events = createListeners<EngineEvent>();

  const link: EngineLink = {
    call: async (method, input) => {
      if (client) return client.call(method, input);
      if (states.current() === 'stopped') return err({ code: 'engineGone' });
      await states.settled();
      return link.call(method, input);
    },
    onEvent: events.add,
    state: states.current,
    starts: () => starts,
    onState: states.onChange,
    accept: (port) => {
      client?.close();
      const accepted = createEngineClient(port);
      client = accepted;
      starts++;
      accepted.onEvent((event) => {
        if (client === accepted) events.emit(event);
      });
      port.onClose(() => {
        if (client === accepted) link.lose(true);
      });
      states.enter('live');
    },
    lose: (restarting) => {
      client?.close();
      client = null;
      states.enter(restarting ? 'restarting' : 'stopped');
    },
  };
  return link;
}

/** The state of the engine, and who waits for it. */
function createStates() {
  let state: EngineState = 'waiting';
  let waiting: Array<() => void> = [];
  const listeners = createListeners<EngineState>();
  return {
    current: () => state,
    onChange: listeners.add,
    /** Resolves as soon as an engine is there or none will come. */
    settled: () => new Promise<void>((start) => waiting.push(start)),
    enter: (next: EngineState) => {
      state = next;
      const calls = next === 'live' || next === 'stopped' ? waiting : [];
      if (calls.length > 0) waiting = [];
      for (const start of calls) start();
      listeners.emit(next);
    },
  };
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
