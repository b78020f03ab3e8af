import { v7 } from 'uuid';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { createListeners } from '#shared/listeners.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { connectX } from './connectX.ts';
import type { EngineOptions } from './engineOptions.ts';
import { handlers } from './handlers/index.ts';
import { createServe, type Serve, type Served } from './handlers/serve.ts';
import { startServices } from './startServices.ts';
import { getAccount } from './store/account.ts';
import { type Db, openStore } from './store/open.ts';
import { ensureAgentName } from './store/settings.ts';
import { toStoreError } from './store/storeError.ts';
import { lockWorkspace } from './store/workspaceLock.ts';
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
  const db = openStore(options.dataDir);
  if (!db.ok) {
    lock.value.release();
    return err(db.error);
  }
  const close = () => {
    db.value.close();
    lock.value.release();
  };
  try {
    return ok(startEngine(options, db.value, close));
  } catch (cause) {
    const error = toStoreError(db.value.name, cause);
    close();
    if (!error) throw cause;
    return err(error);
  }
}

function startEngine(options: EngineOptions, db: Db, close: () => void): Engine {
  ensureAgentName(db, options.agentName);
  const events = createListeners<EngineEvent>();
  const { clock, log } = options;
  const base = { db, clock, log, newId: v7, emit: events.emit, account: () => getAccount(db), version };
  const connection = connectX(options, base);
  const services = startServices(
    options,
    { ...base, x: connection.x, xClock: connection.xClock },
    connection,
  );
  events.add(services.onEvent);
  const calls = countCalls(createServe(services.ctx, handlers), services.onCall);
  return {
    handle: calls.handle,
    onEvent: events.add,
    stop: async () => {
      calls.refuse();
      connection.stopReading();
      const cutOff = setTimeout(connection.stopSending, SEND_GRACE_MS);
      await Promise.all([services.stop(), calls.idle()]);
      clearTimeout(cutOff);
      close();
    },
  };
}

// Long enough for a response from X that is on its way, short enough for a person who quits.
const SEND_GRACE_MS = 3_000;

interface Calls {
  readonly handle: Serve;
  /** Rejects every call from now on with `engineGone`. */
  readonly refuse: () => void;
  /** Resolves when no call is under way. */
  readonly idle: () => Promise<void>;
}

function countCalls(serve: Serve, onCall: (method: string) => void): Calls {
  const running = new Set<Promise<unknown>>();
  let refused = false;
  return {
    handle: async (method, params) => {
      if (refused) return err({ code: 'engineGone' });
      onCall(method);
      const call = serve(method, params).finally(() => running.delete(call));
      running.add(call);
      return await call;
    },
    refuse: () => {
      refused = true;
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
