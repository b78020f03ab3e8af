import { basename } from 'node:path';
import { ok } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getBackupSettings } from '../store/backupSettings.ts';
import { compactStore, eraseLeaving } from '../store/eraseLeaving.ts';
import { ledgerOf } from '../store/erasureLedger.ts';
import {
  finishErasure,
  insertErasure,
  listUnfinishedErasures,
  listUnseenErasures,
} from '../store/erasures.ts';
import { rewriteIndex } from '../store/indexErasure.ts';
import { collectPerson, forgetLeaving } from '../store/leaving.ts';
import { deleteOldStores } from '../store/oldStores.ts';
import type { Db } from '../store/open.ts';
import { deleteOrphanedMedia } from '../store/orphanedMedia.ts';
import { listPeopleIds } from '../store/people.ts';

type Context = Pick<EngineContext, 'db' | 'dataDir' | 'clock' | 'log' | 'services'>;

/**
 * Carries out the erasures that this store has not seen: an earlier engine was killed before it could, or a backup from before them was
 * restored. Call it before anybody can read the store. Returns how many people went.
 */
export function applyLedger(db: Db, now: number): number {
  const ledger = ledgerOf(db);
  const unseen = new Set(
    listUnseenErasures(
      db,
      ledger.list().map(({ id }) => id),
    ),
  );
  if (unseen.size === 0) return 0;
  const known = listPeopleIds(db);
  let people = 0;
  for (const personId of known) {
    const erasure = ledger.find(personId);
    if (!erasure || !unseen.delete(erasure.id)) continue;
    eraseAgain(db, personId, { id: erasure.id, at: now });
    people += 1;
  }
  // Nobody of whom this store knows, or somebody who was erased again later.
  for (const id of unseen) insertErasure(db, { id, at: now, agent: null, counts: {}, deletesBackups: false });
  return people;
}

function eraseAgain(db: Db, personId: string, erasure: { readonly id: string; readonly at: number }): void {
  try {
    collectPerson(db, personId);
    eraseLeaving(db, personId, { ...erasure, agent: null, deletesBackups: false });
  } finally {
    forgetLeaving(db);
  }
}

/**
 * Does what is left to do after people were erased, also by an earlier engine: deletes the files of their private messages, compacts the
 * store, and deletes older backups if that was wished, once there is a new one. What fails is done at the next start.
 */
export async function finishErasures(ctx: Context): Promise<{ readonly isCompacted: boolean }> {
  const { db, dataDir, clock, log } = ctx;
  try {
    const unfinished = listUnfinishedErasures(db);
    if (unfinished.length === 0) return { isCompacted: false };
    rewriteIndex(db);
    deleteOrphanedMedia(db, dataDir);
    const isCompacted = compactStore(db);
    if (unfinished.some(({ deletesBackups }) => deletesBackups)) await renewBackups(ctx);
    for (const { id } of unfinished) finishErasure(db, id, clock.now());
    return { isCompacted };
  } catch (cause) {
    log('people.erasureUnfinished', { cause: String(cause) });
    return { isCompacted: false };
  }
}

async function renewBackups({ db, dataDir, services }: Context): Promise<void> {
  const made = await services.copies.copyStore();
  if (!made.ok) throw new Error(made.error.code);
  const { folder } = getBackupSettings(db);
  // A disk that is not there cannot be cleared, which is tried again at the next start.
  const copied = folder === null ? ok(null) : await services.copies.copyInto(folder);
  deleteOldStores(db, dataDir, basename(made.value.file));
  if (!copied.ok) throw new Error(copied.error.code);
}
