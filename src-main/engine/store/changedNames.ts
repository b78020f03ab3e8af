import type { Db } from './open.ts';

const changed = new WeakMap<Db, Set<string>>();

/** Records that people may be new or have another handle or name. */
export function noteChangedNames(db: Db, ids: readonly string[]): void {
  const noted = changed.get(db);
  if (noted) for (const id of ids) noted.add(id);
}

/** The ids of the people noted since the last call; the first call returns none, and from then on they are noted. */
export function takeChangedNames(db: Db): string[] {
  const ids = [...(changed.get(db) ?? [])];
  changed.set(db, new Set());
  return ids;
}
