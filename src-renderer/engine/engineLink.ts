import type { EngineEvent } from '#shared/contract/events.ts';
import { createListeners } from '#shared/listeners.ts';
import { err } from '#shared/result.ts';
import { createEngineClient, type EngineClient, type Port } from '#shared/rpc/client.ts';

/**
 * waiting: not started yet. live: responds to calls. restarting: gone, a new one is on its way. stopped: gone until
 * somebody restarts it. closed: its workspace was closed; final.
 */
export type EngineState = 'waiting' | 'live' | 'restarting' | 'stopped' | 'closed';

/** The engine of one workspace as the window sees it: a client that survives restarts of the engine. */
export interface EngineLink extends Pick<EngineClient, 'call' | 'onEvent'> {
  state(): EngineState;
  /** How many engine processes this link has been connected to. */
  starts(): number;
  /** Calls `listener` after each change of state, and when a new engine replaces a live one. */
  onState(listener: (state: EngineState) => void): () => void;
  /** Uses `port` from now on; waiting calls are sent over it. */
  accept(port: Port): void;
  /**
   * Marks the engine as gone: calls under way fail with `engineGone`. Later calls wait for the next port if it is
   * restarting, else fail too.
   */
  lose(restarting: boolean): void;
  /**
   * Ends the link for good: all calls, including those that wait for a port, fail with `engineGone`; further ports are
   * ignored.
   */
  close(): void;
}

/** Creates a link without an engine: calls wait until `accept`. */
export function createEngineLink(): EngineLink {
  let client: EngineClient | null = null;
  const states = createStates();
  const events = createListeners<EngineEvent>();
  const leave = (next: EngineState) => {
    if (states.current() === 'closed') return;
    client?.close();
    client = null;
    states.enter(next);
  };

  const link: EngineLink = {
    call: async (method, input) => {
      if (client) return client.call(method, input);
      if (isGone(states.current())) return err({ code: 'engineGone' });
      await states.settled();
      return link.call(method, input);
    },
    onEvent: events.add,
    state: states.current,
    starts: states.starts,
    onState: states.onChange,
    accept: (port) => {
      if (states.current() === 'closed') return;
      client?.close();
      // Before the client ends its calls: who made them has to see that another engine is on its way.
      port.onClose(() => client === accepted && link.lose(true));
      const accepted = createEngineClient(port);
      client = accepted;
      accepted.onEvent((event) => {
        if (client === accepted) events.emit(event);
      });
      states.enter('live');
    },
    lose: (restarting) => leave(restarting ? 'restarting' : 'stopped'),
    close: () => leave('closed'),
  };
  return link;
}

/** The state of the engine and the calls that wait for it. */
function createStates() {
  let state: EngineState = 'waiting';
  let starts = 0;
  let waiting: Array<() => void> = [];
  const listeners = createListeners<EngineState>();
  return {
    current: () => state,
    starts: () => starts,
    onChange: listeners.add,
    /** Resolves once an engine is live, or none will be. */
    settled: () => new Promise<void>((start) => waiting.push(start)),
    enter: (next: EngineState) => {
      state = next;
      if (next === 'live') starts++;
      const calls = next === 'live' || isGone(next) ? waiting : [];
      if (calls.length > 0) waiting = [];
      for (const start of calls) start();
      listeners.emit(next);
    },
  };
}

function isGone(state: EngineState): boolean {
  return state === 'stopped' || state === 'closed';
}
