import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useUi } from '../state/ui.ts';
import { type UiHost, UiHostContext } from '../ui/uiHost.ts';
import { createStrokeReader, ownsKeys, toStroke } from './keys.ts';
import {
  type Command,
  type CommandRegistry,
  createCommandRegistry,
  type RegisteredCommands,
} from './registry.ts';

const RegistryContext = createContext<CommandRegistry | null>(null);

/** Gives everything below it one registry, and listens for its keys. */
export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createCommandRegistry);
  const [host] = useState(() => toUiHost(registry));
  useEffect(() => listenForKeys(registry), [registry]);
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

/** The registry; only below a CommandsProvider. */
export function useCommandRegistry(): CommandRegistry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error('No CommandsProvider above');
  return registry;
}

/** Registers commands while the component is there; `run` and `when` may change at every render. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const signature = JSON.stringify(commands);
  // A new language must not bring the commands of the window before those of the place that is open.
  const registered = useRef<RegisteredCommands>(undefined);
  useEffect(() => {
    const here = registry.register([]);
    registered.current = here;
    return () => here.unregister();
  }, [registry]);
  useEffect(() => {
    const current = (id: string) => latest.current.find((command) => command.id === id);
    const stable = (JSON.parse(signature) as Command[]).map((command) => ({
      ...command,
      when: () => current(command.id)?.when?.() ?? current(command.id) !== undefined,
      run: () => current(command.id)?.run(),
    }));
    registered.current?.replace(stable);
  }, [signature]);
}

/** All commands, always up to date. */
export function useCommandList(): readonly Command[] {
  const registry = useCommandRegistry();
  return useSyncExternalStore(registry.onChange, registry.list);
}

function listenForKeys(registry: CommandRegistry): () => void {
  const reader = createStrokeReader();
  const listener = (event: KeyboardEvent) => {
    const stroke = toStroke(event);
    if (stroke === null || event.defaultPrevented || event.isComposing) return;
    if (ownsKeys(event.target) && !stroke.startsWith('Mod+')) return;
    const found = reader.read(stroke, registry.list(), event.timeStamp);
    if (found === null) return;
    event.preventDefault();
    if (found !== 'pending') found.run();
  };
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}
