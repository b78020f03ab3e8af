import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';

/** Opens a store with these steps of its schema, and closes it. */
export function openAndClose(dir: string, steps = migrations) {
  const opened = openStore(dir, { migrations: steps });
  if (opened.ok) opened.value.close();
  return opened;
}
