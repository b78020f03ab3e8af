import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { defaultState, type StoredState, toStoredState } from './storedState.ts';

/** What the shell remembers. */
export interface StateStore {
  get(): StoredState;
  /** Holds from now on, and is on disk at once; where the disk refuses, it holds until Perch ends. Never throws. */
  set(changes: Partial<StoredState>): void;
}

interface StateStoreOptions {
  /** The folder of `settings.json`. */
  readonly dir: string;
  /** Writes the file; may throw. */
  readonly write: (state: StoredState) => void;
  readonly report: (happening: string, facts?: { readonly reason: string }) => void;
}

/**
 * Opens `settings.json`. A damaged file is kept beside as `settings.damaged.json` and read as far as it goes; one that
 * cannot be read at all is left alone, and the settings are as at first.
 */
export function openStateStore({ dir, write, report }: StateStoreOptions): StateStore {
  const file = path.join(dir, 'settings.json');
  const attempt = (failure: string, task: () => void) => {
    try {
      task();
    } catch (refusal) {
      report(failure, { reason: String(refusal) });
    }
  };
  let state = defaultState;
  attempt('the settings could not be read', () => {
    const found = readState(file);
    state = found.state;
    if (!found.damaged) return;
    copyFileSync(file, path.join(dir, 'settings.damaged.json'));
    rmSync(file);
    report('the settings were damaged; a copy is kept as settings.damaged.json');
  });
  return {
    get: () => state,
    set: (changes) => {
      state = { ...state, ...changes };
      attempt('the settings could not be kept', () => write(state));
    },
  };
}

function readState(file: string): ReturnType<typeof toStoredState> {
  if (!existsSync(file)) return toStoredState({});
  const text = readFileSync(file, 'utf8');
  try {
    return toStoredState(JSON.parse(text));
  } catch {
    return toStoredState(null);
  }
}
