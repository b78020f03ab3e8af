import { v7 } from 'uuid';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { createListeners } from '#shared/listeners.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { emitCaptureFailed } from './capture/poller.ts';
import { connectX } from './connectX.ts';
import { withEarlyEvents } from './earlyEvents.ts';
import type { EngineOptions } from './engineOptions.ts';
import { applyLedger, endErasures, hasToErase } from './erasure/finishErasures.ts';
import { cancelExports } from './export/exportConversations.ts';
import { handlers } from './handlers/index.ts';
import { createServe, type Serve, type Served } from './handlers/serve.ts';
import { readWhileChecking } from './readWhileChecking.ts';
import { startServices } from './startServices.ts';
import { getAccount } from './store/account.ts';
import { ensureCurrentAgent } from './store/agents.ts';
import { checkUnclosed, isCheckLong } from './store/checkUnclosed.ts';
import { recordCleanEnd, takeCleanEnd } from './store/cleanEnd.ts';
import { toFolderOf } from './store/copies.ts';
import { closeStore, type Db, openStore, type StoreCheck } from './store/open.ts';
import { openReadOnly, openUnchecked } from './store/openReadOnly.ts';
import { openToRead } from './store/openToRead.ts';
import { recoverStore } from './store/recoverStore.ts';
import { finishReplacing } from './store/replaceStore.ts';
import { restoreStore } from './store/restoreStore.ts';
import { asRead, endChecking, getStoreError, onWritingStopped, toDbError } from './store/storeHealth.ts';
import { lockWorkspace, type WorkspaceLock } from './store/workspaceLock.ts';
import { version } from './version.ts';

/** The headless engine: everything of Perch except windows. */
export interface Engine extends Served {
  /** Ends what is under way within seconds, leaves everything safe on disk and closes the store. */
  readonly stop: () => Promise<void>;
}

/**
 * Opens a workspace and starts its background services. On a disk that is full or read-only, and on a damaged file that can be
 * read, it opens for reading: nothing is stored, fetched or sent, and every command that writes fails with the reason. So it does if
 * the options name a file to read, which it leaves as it is, together with its folder. A large store that was not closed is only read until
 * it is checked; see `readWhileChecking`.
 */
export function createEngine(options: EngineOptions): Result<Engine, AppError> {
  if (options.readOnly !== undefined) return openFileToRead(options, options.readOnly);
  const lock = lockWorkspace(options.dataDir);
  // Reading needs no lock: nothing can be written where the lock cannot be.
  if (!lock.ok) return openForReading(options, lock.error, noLock);
  const reading = readFirst(options, lock.value);
  return reading ? ok(reading) : open(options, lock.value, null);
}

function open(
  options: EngineOptions,
  lock: WorkspaceLock,
  checked: StoreCheck | null,
): Result<Engine, AppError> {
  const opened = openWritable(options, lock, checked);
  if (opened.ok) return opened;
  const reading = openForReading(options, opened.error, lock);
  if (!reading.ok) lock.release();
  return reading;
}

/** An engine that reads while a store is checked; null where the check is short, or where it cannot be read before. */
function readFirst(options: EngineOptions, lock: WorkspaceLock): Engine | null {
  const { dataDir, recover, restore, longCheckBytes, log } = options;
  if (recover || restore || !isCheckLong(dataDir, longCheckBytes)) return null;
  const unchecked = startUnchecked(options);
  if (!unchecked) return null;
  let checked: StoreCheck | null = null;
  return readWhileChecking({
    reading: unchecked.engine,
    check: async (signal) => {
      checked = await checkUnclosed(dataDir, { signal, log });
    },
    open: () => {
      const opened = openChecked(options, lock, checked);
      if (!opened.ok) endChecking(unchecked.db, opened.error);
      return opened;
    },
    release: lock.release,
  });
}

/** Opens a store that others have read while it was checked. Never throws. */
function openChecked(
  options: EngineOptions,
  lock: WorkspaceLock,
  checked: StoreCheck | null,
): Result<Engine, AppError> {
  // Long enough for somebody to delete the lock file, and for another engine to take the workspace.
  const lost = lock.check();
  if (lost) return err(lost);
  try {
    const opened = open(options, lock, checked);
    return opened.ok ? opened : err(asRead(opened.error));
  } catch (cause) {
    const reference = v7();
    options.log('bug', { reference, stack: cause instanceof Error ? cause.stack : String(cause) });
    return err({ code: 'bug', reference });
  }
}

function startUnchecked(options: EngineOptions): { readonly engine: Engine; readonly db: Db } | null {
  const db = openUnchecked(options.dataDir);
  if (!db) return null;
  try {
    if (!hasToErase(db)) return { engine: startEngine(options, db, noLock, false), db };
  } catch (cause) {
    // The store may be damaged: its check says so.
    options.log('store.notReadUnchecked', { cause: toErrorMessage(cause) });
  }
  db.close();
  return null;
}

function openFileToRead(options: EngineOptions, file: string): Result<Engine, AppError> {
  const opened = openToRead(file);
  if (!opened.ok) return opened;
  const { db, dispose } = opened.value;
  const dataDir = toFolderOf(file);
  const withoutX: EngineOptions = { ...options, dataDir, credentials: null, pollSeconds: 0 };
  return ok(startEngine(withoutX, db, { ...noLock, release: dispose }, false));
}

const noLock: WorkspaceLock = { check: () => null, release: () => {} };

function openWritable(
  options: EngineOptions,
  lock: WorkspaceLock,
  checked: StoreCheck | null,
): Result<Engine, AppError> {
  finishReplacing(options.dataDir, options.clock.now());
  // What replaces a store is an older state.
  const isContinued = takeCleanEnd(options.dataDir) && !options.recover && !options.restore;
  const db = openOrRecover(options, checked);
  if (!db.ok) return db;
  try {
    eraseAgain(options, db.value);
    return ok(startEngine(options, db.value, lock, isContinued));
  } catch (cause) {
    const error = toDbError(db.value, cause);
    closeStore(db.value);
    if (error) return err(error);
    lock.release();
    throw cause;
  }
}

// Before anybody can read who was in a backup.
function eraseAgain({ clock, log }: EngineOptions, db: Db): void {
  if (getStoreError(db)) return;
  const people = applyLedger(db, clock.now());
  if (people > 0) log('people.erasedAgain', { people });
}

/** Opens the store, after replacing it if the options say so: by a copy that was chosen, or because it is damaged or missing. */
function openOrRecover(
  { dataDir, recover, restore, clock, log, onReplaced = () => {} }: EngineOptions,
  checked: StoreCheck | null,
): Result<Db, AppError> {
  if (restore) {
    const restored = restoreStore(dataDir, restore, clock.now());
    if (!restored.ok) return restored;
    onReplaced();
    log('store.restored', { name: restore });
  }
  const db = openStore(dataDir, { checked });
  const error = db.ok ? getStoreError(db.value) : db.error;
  if (!recover || !isRecoverable(error)) return db;
  if (db.ok) closeStore(db.value);
  const recovered = recoverStore(dataDir, recover, clock.now());
  if (!recovered.ok) return recovered;
  onReplaced();
  log('store.recovered', { how: recover });
  return openStore(dataDir);
}

const isRecoverable = (error: AppError | null) =>
  error?.code === 'storeCorrupt' || error?.code === 'storeMissing';

function openForReading(
  options: EngineOptions,
  error: AppError,
  lock: WorkspaceLock,
): Result<Engine, AppError> {
  const db = error.code === 'storeUnwritable' ? openReadOnly(options.dataDir, error) : null;
  return db ? ok(startEngine(options, db, lock, false)) : err(error);
}

function prepareStore({ agentName, log }: EngineOptions, db: Db): void {
  const error = getStoreError(db);
  if (error) log('store.openedForReading', { code: error.code });
  else ensureCurrentAgent(db, agentName);
}

function startEngine(options: EngineOptions, db: Db, lock: WorkspaceLock, isContinued: boolean): Engine {
  const { dataDir, clock, log } = options;
  prepareStore(options, db);
  const events = createListeners<EngineEvent>();
  const onEvent = withEarlyEvents(events);
  const account = () => getAccount(db);
  const base = { db, dataDir, clock, log, newId: v7, emit: events.emit, account, version };
  const checkLock = createLockCheck(lock, (error) => giveUp('engine.lockLost', error));
  const connection = connectX(options, base, () => checkLock() ?? getStoreError(db));
  const reached = { ...base, x: connection.x, xClock: connection.xClock };
  const services = startServices(options, reached, connection, isContinued);
  events.add(services.onEvent);
  const calls = countCalls(createServe(services.ctx, handlers), services.onCall);
  const giveUp = (event: string, error: AppError) => {
    log(event, { code: error.code });
    connection.stopReading();
    void services.stop();
    if (error.code === 'workspaceInUse') calls.refuse(error);
    else emitCaptureFailed(base, error);
  };
  // Later, because damage is found inside transactions.
  onWritingStopped(db, (error) => queueMicrotask(() => giveUp('store.writingStopped', error)));
  return {
    handle: calls.handle,
    onEvent,
    stop: async () => {
      calls.refuse({ code: 'engineGone' });
      connection.stopReading();
      cancelExports(db);
      endErasures(db);
      const cutOff = setTimeout(connection.stopSending, SEND_GRACE_MS);
      const [isClean] = await Promise.all([services.stop(), calls.idle()]);
      clearTimeout(cutOff);
      closeStore(db);
      if (isClean && !getStoreError(db) && !lock.check()) recordCleanEnd(dataDir);
      lock.release();
    },
  };
}

// Two engines would send twice, so one whose lock file was deleted ends its work before the next call to X.
function createLockCheck(lock: WorkspaceLock, onLost: (error: AppError) => void): () => AppError | null {
  let lost: AppError | null = null;
  return () => {
    if (lost) return lost;
    lost = lock.check();
    if (lost) onLost(lost);
    return lost;
  };
}

// Long enough for a response from X that is on its way, short enough for a person who quits.
const SEND_GRACE_MS = 3_000;

interface Calls {
  readonly handle: Serve;
  /** Rejects every call from now on with this error. */
  readonly refuse: (error: AppError) => void;
  /** Resolves when no call is under way. */
  readonly idle: () => Promise<void>;
}

function countCalls(serve: Serve, onCall: (method: string) => void): Calls {
  const running = new Set<Promise<unknown>>();
  let refusal: AppError | null = null;
  return {
    handle: async (method, params) => {
      if (refusal) return err(refusal);
      onCall(method);
      const call = serve(method, params).finally(() => running.delete(call));
      running.add(call);
      return await call;
    },
    refuse: (error) => {
      refusal = error;
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
