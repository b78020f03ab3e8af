import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { defaultState, fromStateFile, type StateFile, type StoredState, toStateFile } from './storedState.ts';

/** The stored state, in memory and in `settings.json`. */
export interface StateStore {
  get(): StoredState;
  /**
   * Applies the changes and writes the file before it returns. If the disk refuses, they last until Perch quits. Never
   * throws.
   */
  set(changes: Partial<StoredState>): void;
}

interface StateStoreOptions {
  /** The folder of `settings.json`. */
  readonly dir: string;
  /** Writes the file; may throw. */
  readonly write: (file: StateFile) => void;
  readonly log: (event: string, facts?: { readonly reason: string }) => void;
}

/**
 * Opens `settings.json`. A damaged file is moved to `settings.damaged.json`, and its valid parts are kept. If the file
 * cannot be read, it is left alone and the state is the default. Never throws.
 */
export function openStateStore({ dir, write, log }: StateStoreOptions): StateStore {
  const file = path.join(dir, 'settings.json');
  const attempt = (failureEvent: string, task: () => void) => {
    try {
      task();
    } catch (refusal) {
      log(failureEvent, { reason: String(refusal) });
    }
  };
  let state = defaultState;
  attempt('preferences.readFailed', () => {
    const read = readState(file);
    state = read.state;
    if (!read.damaged) return;
    copyFileSync(file, path.join(dir, 'settings.damaged.json'));
    rmSync(file);
    log('preferences.damagedFileMoved');
  });
  return {
    get: () => state,
    set: (changes) => {
      state = { ...state, ...changes };
      attempt('preferences.writeFailed', () => write(toStateFile(state)));
    },
  };
}

function readState(file: string): ReturnType<typeof fromStateFile> {
  if (!existsSync(file)) return fromStateFile({});
  const text = readFileSync(file, 'utf8');
  try {
    return fromStateFile(JSON.parse(text));
  } catch {
    return fromStateFile(null);
  }
}
