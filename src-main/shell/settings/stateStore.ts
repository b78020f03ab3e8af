import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import { type StoredState, toStoredState } from './storedState.ts';

/** What the shell remembers, on disk at once whenever it changes. */
export interface StateStore {
  get(): StoredState;
  set(changes: Partial<StoredState>): void;
}

/** Opens `settings.json` in `dir`. A damaged file is kept beside as `settings.damaged.json` and read as far as it goes. */
export function openStateStore(dir: string, report: (happening: string) => void): StateStore {
  const file = path.join(dir, 'settings.json');
  const { state: found, damaged } = readState(file);
  if (damaged) {
    copyFileSync(file, path.join(dir, 'settings.damaged.json'));
    rmSync(file);
    report('the settings were damaged; a copy is kept as settings.damaged.json');
  }
  let state = found;
  const store = new Store({ cwd: dir, name: 'settings', configFileMode: 0o600 });
  return {
    get: () => state,
    set: (changes) => {
      state = { ...state, ...changes };
      store.store = { ...state };
    },
  };
}

function readState(file: string): ReturnType<typeof toStoredState> {
  if (!existsSync(file)) return toStoredState({});
  try {
    return toStoredState(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return toStoredState(null);
  }
}
