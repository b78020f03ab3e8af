import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ok } from '#shared/result.ts';
import { createBatchSize } from '../context/batchSize.ts';
import type { EngineContext } from '../context/context.ts';
import { getBackupSettings } from '../store/backupSettings.ts';
import { compactStore, eraseLeaving } from '../store/eraseLeaving.ts';
import { ledgerOf } from '../store/erasureLedger.ts';
import {
  finishErasure,
  insertErasure,
  listUnfinishedErasures,
  listUnseenErasures,
  type StoredErasure,
} from '../store/erasures.ts';
import { countMarkedPages, hasErasedWords, rewriteIndex } from '../store/indexErasure.ts';
import { collectPerson, forgetLeaving } from '../store/leaving.ts';
import { deleteOldStores } from '../store/oldStores.ts';
import type { Db } from '../store/open.ts';
import { deleteOrphanedMedia } from '../store/orphanedMedia.ts';
import { listPeopleIds } from '../store/people.ts';

type Context = Pick<EngineContext, 'db' | 'dataDir' | 'clock' | 'log' | 'emit' | 'services'>;

/**
 * Carries out the erasures that this store has not seen: an earlier engine was killed before it could, or a backup from before them was
 * restored. Call it before anybody can read the store. Returns how many people went.
 */
export function applyLedger(db: Db, now: number): number {
  const ledger = ledgerOf(db);
  const unseen = listUnseen(db);
  if (unseen.size === 0) return 0;
  const known = listPeopleIds(db);
  let people = 0;
  for (const personId of known) {
    const erasure = ledger.find(personId);
    if (!erasure || !unseen.delete(erasure.id)) continue;
    eraseAgain(db, personId, { id: erasure.id, at: now, deletesBackups: erasure.deletesBackups ?? false });
    people += 1;
  }
  // Nobody of whom this store knows, or somebody who was erased again later.
  for (const { id, deletesBackups = false } of ledger.list())
    if (unseen.has(id)) insertErasure(db, { id, at: now, agent: null, counts: {}, deletesBackups });
  return people;
}

/** Whether there are people to erase before anybody can read this store. */
export const hasToErase = (db: Db): boolean => listUnseen(db).size > 0;

const listUnseen = (db: Db): Set<string> =>
  new Set(
    listUnseenErasures(
      db,
      ledgerOf(db)
        .list()
        .map(({ id }) => id),
    ),
  );

function eraseAgain(db: Db, personId: string, erasure: Omit<StoredErasure, 'agent' | 'counts'>): void {
  try {
    collectPerson(db, personId);
    eraseLeaving(db, personId, { ...erasure, agent: null });
  } finally {
    forgetLeaving(db);
  }
}

/** Stores that are being closed. */
const ending = new WeakSet<Db>();
const turns = new WeakMap<Db, Promise<unknown>>();

/** Ends what erases from this store at its next rest; the next start goes on with it. */
export function endErasures(db: Db): void {
  ending.add(db);
}

export const isEnding = (db: Db): boolean => ending.has(db);

/** Does what an earlier engine has left to do. It may not have said that people were erased, and pictures of them may be kept. */
export async function finishEarlierErasures(ctx: Context): Promise<void> {
  await finishErasures(ctx, () => ctx.emit({ name: 'people.erased', params: {} }));
}

/**
 * Does what is left to do after people were erased, also by an earlier engine: writes the index anew where that is due, deletes the files of their private messages, compacts the
 * store, and deletes older backups if that was wished, once there is a new one. One at a time, in slices between which others have their
 * turn. What fails is done at the next start. `onBegun` is called if something is left.
 */
export async function finishErasures(
  ctx: Context,
  onBegun = () => {},
): Promise<{ readonly isCompacted: boolean }> {
  const turn = (turns.get(ctx.db) ?? Promise.resolve()).then(async () => await finish(ctx, onBegun));
  turns.set(ctx.db, turn);
  return await turn;
}

async function finish(ctx: Context, onBegun: () => void): Promise<{ readonly isCompacted: boolean }> {
  const { db, dataDir, clock, log } = ctx;
  if (isEnding(db)) return { isCompacted: false };
  try {
    const unfinished = listUnfinishedErasures(db);
    const ledger = ledgerOf(db);
    if (unfinished.length === 0 && !ledger.hasBackupsToDelete()) return { isCompacted: false };
    onBegun();
    await rewriteInSlices(ctx);
    if (isEnding(db)) return { isCompacted: false };
    deleteOrphanedMedia(db, dataDir);
    const isCompacted = compactStore(db);
    if (ledger.hasBackupsToDelete()) {
      await renewBackups(ctx);
      ledger.noteBackupsDeleted();
    }
    for (const id of unfinished) finishErasure(db, id, clock.now());
    return { isCompacted };
  } catch (cause) {
    log('people.erasureUnfinished', { cause: String(cause) });
    return { isCompacted: false };
  }
}

/** In pages of the file, of which the index of a million messages has 140,000. */
const PAGES = { first: 16, least: 4, most: 128 } as const;
/** Progress is notified at most this often. */
const NOTIFY_MS = 250;

async function rewriteInSlices({ db, clock, emit }: Context): Promise<void> {
  const size = createBatchSize(PAGES);
  const total = countMarkedPages(db);
  let notifiedAt = Number.NEGATIVE_INFINITY;
  for (let done = 0; hasErasedWords(db) && !isEnding(db); await setImmediate()) {
    const start = clock.elapsedMs();
    rewriteIndex(db, size.get());
    done = Math.min(done + size.get(), total);
    size.took(clock.elapsedMs() - start);
    if (clock.elapsedMs() - notifiedAt < NOTIFY_MS) continue;
    notifiedAt = clock.elapsedMs();
    emit({ name: 'people.erasing', params: { done, total } });
  }
}

async function renewBackups({ db, dataDir, services }: Context): Promise<void> {
  const made = await services.copies.copyAnew();
  if (!made.ok) throw new Error(made.error.code);
  const { folder } = getBackupSettings(db);
  // A disk that is not there cannot be cleared, which is tried again at the next start.
  const copied = folder === null ? ok(null) : await services.copies.copyInto(folder);
  deleteOldStores(db, dataDir, basename(made.value.file));
  if (!copied.ok) throw new Error(copied.error.code);
}
