import type { ShortcutId } from '#shared/domain/shortcuts.ts';
import { createListeners } from '#shared/listeners.ts';

/** The section of the help and the palette that lists a command. */
export type CommandGroup =
  | 'go'
  | 'list'
  | 'listening'
  | 'library'
  | 'capture'
  | 'conversation'
  | 'write'
  | 'app';

/** One action of the user interface. The registry feeds shortcuts, help, palette, tooltips and the native menu. */
export interface Command {
  /** Stable, such as `conversation.resolve`: the native menu refers to commands by id. */
  readonly id: string;
  /** Shortcuts that run it, such as `e`, `g q` (a sequence), `Shift+R`, `Mod+Enter`. */
  readonly keys?: readonly string[];
  /** What it does, translated. */
  readonly label: string;
  readonly group: CommandGroup;
  /** Returning false disables it: its shortcut does nothing and the palette omits it. */
  readonly when?: () => boolean;
  /** True omits it from the palette, as for moving by one row. */
  readonly keyOnly?: boolean;
  /**
   * Its key is pressed several times in a row: one press too many is not typed into a text field that the command has brought the
   * focus to.
   */
  readonly isRepeated?: boolean;
  /** It is about the list alone, so it runs while the selected conversation has yet to open. */
  readonly isOfList?: boolean;
  /** `at` is when its key was pressed, as in `Event.timeStamp`. */
  run(at?: number): void;
}

/** A command of the table of shortcuts, which has its keys and group, and its label where none is given. */
export interface ShortcutCommand
  extends Pick<Command, 'when' | 'keyOnly' | 'isRepeated' | 'isOfList' | 'run'> {
  readonly id: ShortcutId;
  readonly label?: string;
}

/** What a component registers. Keys come from the table only, so that the help lists them and people can change them. */
export type CommandInput = Omit<Command, 'keys'> | ShortcutCommand;

/** A registered set of commands, which keeps its rank when it is replaced. */
export interface RegisteredCommands {
  replace(commands: readonly Command[]): void;
  unregister(): void;
}

/** The commands that are available right now. */
export interface CommandRegistry {
  /** Adds commands until they are unregistered. If an id or a shortcut exists twice, the set registered last wins. */
  register(commands: readonly Command[]): RegisteredCommands;
  /** In order of registration; the same array until something changes. */
  list(): readonly Command[];
  find(id: string): Command | undefined;
  /** Runs a command unless it is disabled. Returns whether it ran. `at` is when its key was pressed. */
  run(id: string, at?: number): boolean;
  onChange(listener: () => void): () => void;
}

/** Creates an empty registry, which calls `prepare` before each command that is not of the list alone. */
export function createCommandRegistry(prepare: () => void): CommandRegistry {
  const sets = new Map<symbol, readonly Command[]>();
  const listeners = createListeners();
  let current: readonly Command[] = [];
  const changed = () => {
    current = unite(sets.values());
    listeners.emit();
  };
  const find = (id: string) => current.find((command) => command.id === id);

  return {
    register: (commands) => {
      const place = Symbol();
      const put = (set: readonly Command[]) => {
        sets.set(place, set);
        changed();
      };
      put(commands);
      return {
        replace: (set) => {
          if (sets.has(place)) put(set);
        },
        unregister: () => {
          sets.delete(place);
          changed();
        },
      };
    },
    list: () => current,
    find,
    run: (id, at) => {
      if (!find(id)?.isOfList) prepare();
      const command = find(id);
      const isEnabled = command !== undefined && command.when?.() !== false;
      if (isEnabled) command.run(at);
      return isEnabled;
    },
    onChange: listeners.add,
  };
}

/** The commands of all sets; if an id exists twice, the last one wins. */
function unite(sets: Iterable<readonly Command[]>): readonly Command[] {
  const byId = new Map<string, Command>();
  for (const set of sets)
    for (const command of set) {
      // Moved to the end, so that it wins for its shortcuts too.
      byId.delete(command.id);
      byId.set(command.id, command);
    }
  return [...byId.values()];
}

/** The groups in the order of the help and the palette. */
export const groups: readonly CommandGroup[] = [
  'conversation',
  'write',
  'list',
  'listening',
  'library',
  'capture',
  'go',
  'app',
];

/**
 * The commands that move through the list of a screen: j to the next row, k to the previous one. `when` returns false while the
 * list is empty.
 */
export function toMoveCommands(
  moveBy: (step: number, at?: number) => void,
  when: () => boolean = () => true,
): readonly ShortcutCommand[] {
  return [
    { id: 'list.next', keyOnly: true, isOfList: true, when, run: (at) => moveBy(1, at) },
    { id: 'list.previous', keyOnly: true, isOfList: true, when, run: (at) => moveBy(-1, at) },
  ];
}
