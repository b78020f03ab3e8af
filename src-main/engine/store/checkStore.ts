import { setImmediate } from 'node:timers/promises';
import { checkTables } from './checkTables.ts';
import { openDatabase } from './nativeBinding.ts';
import { defineFunctions } from './sqlFunctions.ts';
import { isDamage } from './storeError.ts';

/** Checks a store table by table without a change to it, so that others get their turn. Returns what is wrong with it, or null. */
export async function checkStore(file: string, signal?: AbortSignal): Promise<string | null> {
  const db = openDatabase(file, { readonly: true, fileMustExist: true });
  try {
    defineFunctions(db);
    for (const damage of checkTables(db)) {
      if (damage !== null) return damage;
      await setImmediate();
      signal?.throwIfAborted();
    }
    return null;
  } catch (cause) {
    if (isDamage(cause)) return String(cause);
    throw cause;
  } finally {
    db.close();
  }
}
