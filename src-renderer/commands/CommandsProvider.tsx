import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { type ChosenKeys, isShortcutId, keysOf } from '#shared/domain/shortcuts.ts';
import { useShellState } from '../shell/ShellProvider.tsx';
import { useIsReadOnly } from '../shell/useIsReadOnly.ts';
import { useSurveying } from '../state/surveying.ts';
import { useTagging } from '../state/tagging.ts';
import { useUi } from '../state/ui.ts';
import { type UiHost, UiHostContext } from '../ui/uiHost.ts';
import { toCommandWords } from './commandWords.ts';
import { createExtraPresses } from './extraPresses.ts';
import { toKeyPlace } from './keyPlaces.ts';
import { createStrokeReader, ownsKeys, toStroke } from './keys.ts';
import { isOfReading } from './readingCommands.ts';
import {
  type Command,
  type CommandInput,
  type CommandRegistry,
  createCommandRegistry,
  type RegisteredCommands,
  type ShortcutCommand,
} from './registry.ts';
import { keepTypedAhead } from './typeAhead.ts';

const RegistryContext = createContext<CommandRegistry | null>(null);
const ShortcutsContext = createContext<(command: ShortcutCommand) => Command>((command) => ({
  label: command.id,
  ...command,
  group: 'app',
}));

/** Provides the command registry and runs its commands on key presses. */
export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(() => createCommandRegistry(openSelected));
  const toCommand = useToCommand();
  const { shortcuts } = useShellState().preferences;
  const isReadOnly = useIsReadOnly();
  const host = useMemo(() => toUiHost(registry, shortcuts, isReadOnly), [registry, shortcuts, isReadOnly]);
  useLayoutEffect(keepTypedAhead, []);
  useLayoutEffect(() => listenForKeys(registry), [registry]);
  return (
    <RegistryContext value={registry}>
      <ShortcutsContext value={toCommand}>
        <UiHostContext value={host}>{children}</UiHostContext>
      </ShortcutsContext>
    </RegistryContext>
  );
}

/** Returns what gives a command of the table its keys, label and group. */
function useToCommand(): (command: ShortcutCommand) => Command {
  const { t } = useTranslation();
  const { shortcuts } = useShellState().preferences;
  return useMemo(() => {
    const words = toCommandWords(t);
    return (command) => ({ ...words[command.id], ...command, keys: keysOf(command.id, shortcuts) });
  }, [t, shortcuts]);
}

function toUiHost({ onChange, find }: CommandRegistry, chosen: ChosenKeys, isReadOnly: boolean): UiHost {
  return {
    keysOf: (command) => (isShortcutId(command) ? keysOf(command, chosen) : find(command)?.keys)?.[0],
    isOffered: (command) => !isReadOnly || isOfReading(command),
    onKeysChange: onChange,
    focusRequests,
  };
}

const focusRequests = () => useUi.getState().focus.nonce;

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
export function useCommands(given: readonly CommandInput[]): void {
  const registry = useCommandRegistry();
  const toCommand = useContext(ShortcutsContext);
  const isReadOnly = useIsReadOnly();
  const commands = given
    .filter(({ id }) => !isReadOnly || isOfReading(id))
    .map((command) => ('group' in command ? command : toCommand(command)));
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
      run: (at?: number) => current(command.id)?.run(at),
    }));
    registered.current?.replace(stable);
  }, [signature]);
}

/** All registered commands; re-renders when they change. */
export function useCommandList(): readonly Command[] {
  const registry = useCommandRegistry();
  return useSyncExternalStore(registry.onChange, registry.list);
}

// A dialog takes the focus a moment after it opens: what is typed meanwhile is meant for it and must not resolve anything.
function isOverlaid(): boolean {
  return (
    useUi.getState().overlay !== 'none' ||
    useTagging.getState().tagged !== null ||
    useSurveying.getState().isOpen
  );
}

// What is still drawn then is not what the commands are about. Drawn at once, so that those of the selected one are there.
function openSelected(): void {
  const ui = useUi.getState();
  if (ui.opening) flushSync(ui.openNow);
}

function prepareFor(stroke: string, registry: CommandRegistry): void {
  const isOfList = registry.list().some((command) => command.isOfList && command.keys?.includes(stroke));
  if (!isOfList) openSelected();
}

function listenForKeys(registry: CommandRegistry): () => void {
  const reader = createStrokeReader();
  const presses = createExtraPresses();
  const listener = (event: KeyboardEvent) => {
    const stroke = toStroke(event);
    if (stroke === null || event.defaultPrevented) return;
    prepareFor(stroke, registry);
    if ((ownsKeys(event.target) || isOverlaid()) && !stroke.startsWith('Mod+')) {
      if (presses.isExtra(stroke, event)) event.preventDefault();
      else presses.ran(stroke, null, event.timeStamp);
      return;
    }
    const found = reader.read(stroke, registry.list(), event.timeStamp, toKeyPlace(event));
    presses.ran(stroke, found === 'pending' ? null : found, event.timeStamp);
    if (found === null) return;
    event.preventDefault();
    if (found !== 'pending') registry.run(found.id, event.timeStamp);
  };
  const onFocus = ({ target, timeStamp }: FocusEvent) => {
    if (ownsKeys(target)) presses.focused(timeStamp);
  };
  document.addEventListener('keydown', listener);
  document.addEventListener('focusin', onFocus);
  document.addEventListener('pointerdown', presses.forget, true);
  return () => {
    document.removeEventListener('keydown', listener);
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('pointerdown', presses.forget, true);
  };
}
