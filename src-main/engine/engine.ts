import { v7 } from 'uuid';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { createListeners, type Listeners } from '#shared/listeners.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { connectX } from './connectX.ts';
import type { EngineOptions } from './engineOptions.ts';
import { handlers } from './handlers/index.ts';
import { createServe, type Serve, type Served } from './handlers/serve.ts';
import { startServices } from './startServices.ts';
import { getAccount } from './store/account.ts';
import { ensureCurrentAgent } from './store/agents.ts';
import { recordCleanEnd, takeCleanEnd } from './store/cleanEnd.ts';
import { type Db, openStore } from './store/open.ts';
import { toStoreError } from './store/storeError.ts';
import { lockWorkspace, type WorkspaceLock } from './store/workspaceLock.ts';
import { version } from './version.ts';

/** The headless engine: everything of Perch except windows. */
export interface Engine extends Served {
  /** Ends what is under way within seconds, leaves everything safe on disk and closes the store. */
  readonly stop: () => Promise<void>;
}

/** Opens a workspace and starts its background services. */
export function createEngine(options: EngineOptions): Result<Engine, AppError> {
  const lock = lockWorkspace(options.dataDir);
  if (!lock.ok) return lock;
  const isContinued = takeCleanEnd(options.dataDir);
  const db = openStore(options.dataDir);
  if (!db.ok) {
    lock.value.release();
    return err(db.error);
  }
  const close = (isClean: boolean) => {
    db.value.close();
    if (isClean && !lock.value.check()) recordCleanEnd(options.dataDir);
    lock.value.release();
  };
  try {
    return ok(startEngine(options, lock.value, { db: db.value, isContinued, close }));
  } catch (cause) {
    const error = toStoreError(db.value.name, cause);
    close(false);
    if (!error) throw cause;
    return err(error);
  }
}

interface OpenedStore {
  readonly db: Db;
  /** What `takeCleanEnd` returned. */
  readonly isContinued: boolean;
  /** Closes the store; `isClean` if that is to be recorded. */
  readonly close: (isClean: boolean) => void;
}

function startEngine(options: EngineOptions, lock: WorkspaceLock, store: OpenedStore): Engine {
  const { db, isContinued, close } = store;
  ensureCurrentAgent(db, options.agentName);
  const events = createListeners<EngineEvent>();
  const onEvent = withEarlyEvents(events);
  const { dataDir, clock, log } = options;
  const account = () => getAccount(db);
  const base = { db, dataDir, clock, log, newId: v7, emit: events.emit, account, version };
  const checkLock = createLockCheck(lock, (error) => giveUp(error));
  const connection = connectX(options, base, checkLock);
  const services = startServices(
    options,
    { ...base, x: connection.x, xClock: connection.xClock },
    connection,
    isContinued,
  );
  events.add(services.onEvent);
  const calls = countCalls(createServe(services.ctx, handlers), services.onCall);
  const giveUp = (error: AppError) => {
    log('engine.lockLost');
    calls.refuse(error);
    connection.stopReading();
    void services.stop();
  };
  return {
    handle: calls.handle,
    onEvent,
    stop: async () => {
      calls.refuse({ code: 'engineGone' });
      connection.stopReading();
      const cutOff = setTimeout(connection.stopSending, SEND_GRACE_MS);
      const [isClean] = await Promise.all([services.stop(), calls.idle()]);
      clearTimeout(cutOff);
      close(isClean);
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

/**
 * Adds listeners. The first one also gets what was emitted before it, such as a snooze that ended while Perch was closed:
 * each is emitted only once.
 */
function withEarlyEvents(events: Listeners<EngineEvent>): Engine['onEvent'] {
  const early: EngineEvent[] = [];
  const stopCollecting = events.add((event) => early.push(event));
  return (listener) => {
    stopCollecting();
    for (const event of early.splice(0)) listener(event);
    return events.add(listener);
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
