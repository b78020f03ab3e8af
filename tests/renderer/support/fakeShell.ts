import type { z } from 'zod';
import {
  type ShellBridge,
  type ShellEventName,
  type ShellEvents,
  type ShellMethod,
  type ShellOutput,
  shellContract,
  shellEvents,
} from '#shared/contract/shell.ts';
import { createListeners } from '#shared/listeners.ts';

export interface FakeShell extends ShellBridge {
  emit<E extends ShellEventName>(name: E, params: z.output<ShellEvents[E]>): void;
  /** Replaces the response of one method. */
  respondWith<M extends ShellMethod>(method: M, output: ShellOutput<M> | Promise<ShellOutput<M>>): void;
  readonly calls: readonly { readonly method: ShellMethod; readonly input: unknown }[];
}

/** A shell with settings in memory; checks every input and output against the contract. */
export function createFakeShell(initial: ShellOutput<'shell.state'>): FakeShell {
  let state = initial;
  const responses = new Map<ShellMethod, unknown>();
  const events = createListeners<never>();
  const calls: { readonly method: ShellMethod; readonly input: unknown }[] = [];

  const respond = (method: ShellMethod, input: unknown): unknown => {
    if (responses.has(method)) return responses.get(method);
    if (method === 'shell.state') return state;
    if (method === 'background.get') return { hasTray: true, startsAtLogin: false };
    if (method === 'spelling.state') return { unreadable: [] };
    if (method !== 'preferences.set') return {};
    state = { ...state, preferences: { ...state.preferences, ...(input as object) } };
    return state.preferences;
  };

  return {
    call: async (method, input) => {
      const parsed = shellContract[method].input.parse(input);
      calls.push({ method, input: parsed });
      return structuredClone(shellContract[method].output.parse(await respond(method, parsed)));
    },
    onEvent: events.add,
    pathOf: (file) => `/dropped/${file instanceof File ? file.name : ''}`,
    emit: (name, params) => {
      events.emit({ name, params: shellEvents[name].parse(params) } as never);
    },
    respondWith: (method, output) => {
      responses.set(method, output);
    },
    calls,
  };
}
