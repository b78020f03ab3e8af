import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useUi } from '../state/ui.ts';
import { type UiHost, UiHostContext } from '../ui/uiHost.ts';
import { toKeyPlace } from './keyPlaces.ts';
import { createStrokeReader, ownsKeys, toStroke } from './keys.ts';
import {
  type Command,
  type CommandRegistry,
  createCommandRegistry,
  type RegisteredCommands,
} from './registry.ts';

const RegistryContext = createContext<CommandRegistry | null>(null);

/** Provides the command registry and runs its commands on key presses. */
export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createCommandRegistry);
  const [host] = useState(() => toUiHost(registry));
  useLayoutEffect(() => listenForKeys(registry), [registry]);
  return (
    <RegistryContext value={registry}>
      <UiHostContext value={host}>{children}</UiHostContext>
    </RegistryContext>
  );
}

function toUiHost(registry: CommandRegistry): UiHost {
  return {
    keysOf: (command) => registry.find(command)?.keys?.[0],
    onKeysChange: registry.onChange,
    focusRequests: () => useUi.getState().focus.nonce,
  };
}

/** The command registry. Throws outside a CommandsProvider. */
export function useCommandRegistry(): CommandRegistry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error('No CommandsProvider above');
  return registry;
}

/**
 * Registers commands while the component is mounted; `run` and `when` may change with every render. They exist as soon as
 * the component is on the screen: with passive effects a key pressed in that moment was lost.
 */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry();
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  });
  const signature = JSON.stringify(commands);
  // Registered once and then replaced: re-registering on a language change would put the commands of the frame above
  // those of the open screen.
  const registered = useRef<RegisteredCommands>(undefined);
  useLayoutEffect(() => {
    const here = registry.register([]);
    registered.current = here;
    return () => here.unregister();
  }, [registry]);
  useLayoutEffect(() => {
    const current = (id: string) => latest.current.find((command) => command.id === id);
    const stable = (JSON.parse(signature) as Command[]).map((command) => ({
      ...command,
      when: () => current(command.id)?.when?.() ?? current(command.id) !== undefined,
      run: () => current(command.id)?.run(),
    }));
    registered.current?.replace(stable);
  }, [signature]);
}

/** All registered commands; re-renders when they change. */
export function useCommandList(): readonly Command[] {
  const registry = useCommandRegistry();
  return useSyncExternalStore(registry.onChange, registry.list);
}

function listenForKeys(registry: CommandRegistry): () => void {
  const reader = createStrokeReader();
  const listener = (event: KeyboardEvent) => {
    const stroke = toStroke(event);
    if (stroke === null || event.defaultPrevented) return;
    if (ownsKeys(event.target) && !stroke.startsWith('Mod+')) return;
    const found = reader.read(stroke, registry.list(), event.timeStamp, toKeyPlace(event));
    if (found === null) return;
    event.preventDefault();
    if (found !== 'pending') found.run();
  };
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}
