import { createListeners } from '#shared/listeners.ts';

/** In which part of the help and the palette a command stands. */
export type CommandGroup = 'go' | 'list' | 'conversation' | 'write' | 'app';

/** One thing that a person can ask for; the registry feeds keys, help, palette, tooltips and the native menu. */
export interface Command {
  /** Stable, such as `conversation.resolve`; the native menu names commands by it. */
  readonly id: string;
  /** Keys that do the same, such as `e`, `g q` (one after the other), `Shift+R`, `Mod+Enter`. */
  readonly keys?: readonly string[];
  /** What it does, in the language of the window. */
  readonly label: string;
  readonly group: CommandGroup;
  /** False makes the command rest: its key does nothing and the palette leaves it out. */
  readonly when?: () => boolean;
  /** True keeps it out of the palette, as for moving by one row. */
  readonly keyOnly?: boolean;
  run(): void;
}

/** A place among the commands, which it keeps whatever stands there. */
export interface RegisteredCommands {
  replace(commands: readonly Command[]): void;
  takeBack(): void;
}

/** All commands that exist right now. */
export interface CommandRegistry {
  /** Adds commands until they are taken back; for an id or keys that are there twice the latest place counts. */
  register(commands: readonly Command[]): RegisteredCommands;
  /** In the order of registration; the same array as long as nothing changes. */
  list(): readonly Command[];
  find(id: string): Command | undefined;
  /** Runs a command unless it rests; answers whether it ran. */
  run(id: string): boolean;
  onChange(listener: () => void): () => void;
}

/** A registry without commands. */
export function createCommandRegistry(): CommandRegistry {
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
        takeBack: () => {
          sets.delete(place);
          changed();
        },
      };
    },
    list: () => current,
    find,
    run: (id) => {
      const command = find(id);
      if (!command || command.when?.() === false) return false;
      command.run();
      return true;
    },
    onChange: listeners.add,
  };
}

/** All commands of these sets; for an id that is there twice the latest counts. */
function unite(sets: Iterable<readonly Command[]>): readonly Command[] {
  const byId = new Map<string, Command>();
  for (const set of sets)
    for (const command of set) {
      // The latest place counts for its keys too: it goes behind what it takes the place of.
      byId.delete(command.id);
      byId.set(command.id, command);
    }
  return [...byId.values()];
}
