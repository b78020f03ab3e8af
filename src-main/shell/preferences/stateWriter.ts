import Store from 'electron-store';
import type { StateFile } from './storedState.ts';

/** Writes `settings.json` in `dir` atomically, readable by its owner only. The writer throws if the disk refuses. */
export function createStateWriter(dir: string): (file: StateFile) => void {
  let store: Store | null = null;
  return (file) => {
    // Opened at the first write only: opening parses the file, which may be damaged until the state store has moved it.
    store ??= new Store({ cwd: dir, name: 'settings', configFileMode: 0o600 });
    store.store = { ...file };
  };
}
