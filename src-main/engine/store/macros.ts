import { Macro } from '#shared/domain/macro.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';

const NAME = 'macros';

/** The macros in their order, without those that are damaged. */
export function listMacros(db: Db): Macro[] {
  const stored = getSetting(db, NAME);
  return Array.isArray(stored) ? stored.flatMap((one) => Macro.safeParse(one).data ?? []) : [];
}

/** Stores these macros in this order in place of all others. */
export function putMacros(db: Db, macros: readonly Macro[]): void {
  putSetting(db, NAME, macros);
}
