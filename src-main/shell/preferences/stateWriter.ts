import Store from 'electron-store';
import type { StoredState } from './storedState.ts';

/** Writes `settings.json` in `dir` in one step, readable by its owner only; throws where the disk refuses. */
export function createStateWriter(dir: string): (state: StoredState) => void {
  let store: Store | null = null;
  return (state) => {
    // Not before the first write: opening it reads the file, which may have been damaged until then.
    store ??= new Store({ cwd: dir, name: 'settings', configFileMode: 0o600 });
    store.store = { ...state };
  };
}
