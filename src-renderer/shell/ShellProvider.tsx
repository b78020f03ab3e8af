import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Preferences, ShellEvent, ShellInput, ShellOutput } from '#shared/contract/shell.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { useUi } from '../state/ui.ts';
import type { ShellClient } from './shellClient.ts';

export type ShellState = ShellOutput<'shell.state'>;

const ClientContext = createContext<ShellClient | null>(null);
const StateContext = createContext<ShellState | null>(null);
const UpdateContext = createContext<((change: Partial<ShellState>) => void) | null>(null);

/** Provides the shell and its state; renders nothing until the state is known. */
export function ShellProvider({
  client,
  children,
}: {
  readonly client: ShellClient;
  readonly children: ReactNode;
}) {
  const [state, setState] = useState<ShellState | null>(null);
  const update = useCallback(
    (change: Partial<ShellState>) => setState((before) => (before ? { ...before, ...change } : before)),
    [],
  );
  useEffect(() => {
    let current = true;
    void client.call('shell.state', {}).then((result) => {
      if (!current) return;
      if (result.ok) setState(result.value);
      else useUi.getState().notify(result.error);
    });
    return () => {
      current = false;
    };
  }, [client]);
  useEffect(
    () =>
      client.onEvent((event) => {
        if (event.name === 'workspace.changed' || event.name === 'preferences.changed') update(event.params);
        if (event.name === 'workspace.changed') void readAccounts(client).then(update);
      }),
    [client, update],
  );
  if (!state) return null;
  return (
    <ClientContext value={client}>
      <UpdateContext value={update}>
        <StateContext value={state}>{children}</StateContext>
      </UpdateContext>
    </ClientContext>
  );
}

/** The client of the shell. Throws outside a ShellProvider. */
export function useShell(): ShellClient {
  const client = useContext(ClientContext);
  if (!client) throw new Error('No ShellProvider above');
  return client;
}

/** The workspace, language and settings as the shell knows them; re-renders when they change. */
export function useShellState(): ShellState {
  const state = useContext(StateContext);
  if (!state) throw new Error('No ShellProvider above');
  return state;
}

/** Returns a function that changes preferences: shown at once, reverted if the shell cannot save them. */
export function useSetPreferences(): (change: ShellInput<'preferences.set'>) => void {
  const client = useShell();
  const update = useContext(UpdateContext);
  const { preferences } = useShellState();
  const latest = useRef<Preferences>(preferences);
  latest.current = preferences;
  return useCallback(
    (change) => {
      const before = latest.current;
      latest.current = { ...before, ...withoutUndefined(change) };
      update?.({ preferences: latest.current });
      void client.call('preferences.set', change).then((result) => {
        if (result.ok) return;
        update?.({ preferences: before });
        useUi.getState().notify(result.error);
      });
    },
    [client, update],
  );
}

/** Calls `listener` with each event of the shell. */
export function useShellEvent(listener: (event: ShellEvent) => void): void {
  const client = useShell();
  const latest = useRef(listener);
  useLayoutEffect(() => {
    latest.current = listener;
  });
  useLayoutEffect(() => client.onEvent((event) => latest.current(event)), [client]);
}

/** The known accounts and logins may change together with the workspace. */
async function readAccounts(client: ShellClient): Promise<Partial<ShellState>> {
  const result = await client.call('shell.state', {});
  if (!result.ok) return {};
  const { accounts, lastLogin, secretStorage } = result.value;
  return { accounts, lastLogin, secretStorage };
}
