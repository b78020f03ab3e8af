import { Salvaged } from '#shared/domain/salvaged.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';

/** The setting that tells the person who opens the store next what was saved of the one before it. */
export const SALVAGED_SETTING = 'salvaged';

const StoredSalvaged = Salvaged.nullable();

/** What was saved of the store before this one; null if none was damaged, or it was dismissed. */
export function getSalvaged(db: Db): Salvaged | null {
  return StoredSalvaged.safeParse(getSetting(db, SALVAGED_SETTING)).data ?? null;
}

/** Ends what `getSalvaged` returns. */
export function dismissSalvaged(db: Db): void {
  putSetting(db, SALVAGED_SETTING, null);
}
