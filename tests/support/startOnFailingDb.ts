import { connectX } from '#engine/connectX.ts';
import type { EngineContext } from '#engine/context/context.ts';
import type { EngineOptions } from '#engine/engineOptions.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import { startServices } from '#engine/startServices.ts';
import { getAccount } from '#engine/store/account.ts';
import { type Db, openStore } from '#engine/store/open.ts';
import type { XClient } from '#engine/x/xClient.ts';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { createListeners } from '#shared/listeners.ts';
import type { Result } from '#shared/result.ts';
import { type Control, startSimulator } from '#simulator/simulator.ts';
import { type FailingDb, failingDb } from './failingDb.ts';
import { type FakeClock, fakeClock, settle } from './fakeClock.ts';
import { newIds } from './newIds.ts';
import { testOptions } from './testOptions.ts';

/** The background services of an engine on a store that can fail, with a simulated X. */
export interface FailingEngine {
  readonly disk: FailingDb;
  /** The store itself, bypassing the failing disk. */
  readonly store: Db;
  readonly clock: FakeClock;
  readonly control: Control;
  readonly events: EngineEvent[];
  handle<M extends EngineMethod>(
    method: M,
    input: EngineInput<M>,
  ): Promise<Result<EngineOutput<M>, AppError>>;
  /** Resolves when no call to X is under way and nothing happens until the clock moves. */
  idle(): Promise<void>;
  /** Advances the clock step by step, with everything that follows. */
  pass(ms: number): Promise<void>;
  stop(): Promise<void>;
}

const STEP_MS = 5_000;

/** Starts it in `dir`; it polls once a minute. */
export async function startOnFailingDb(dir: string): Promise<FailingEngine> {
  const clock = fakeClock();
  const simulator = await startSimulator({ clock, limits: false });
  const opened = openStore(dir);
  if (!opened.ok) throw new Error(`The store did not open: ${JSON.stringify(opened.error)}`);
  const disk = failingDb(opened.value);
  const events: EngineEvent[] = [];
  const listeners = createListeners<EngineEvent>();
  listeners.add((event) => events.push(event));
  const log = () => {};
  const { db } = disk;
  const base = {
    db,
    dataDir: dir,
    clock,
    log,
    newId: newIds(),
    emit: listeners.emit,
    account: () => getAccount(db),
    version: '0.0.0',
  };
  const options: EngineOptions = {
    dataDir: dir,
    xUrl: simulator.url,
    ...testOptions,
    pollSeconds: 60,
    clock,
    log,
    timeoutMs: 5_000,
  };
  const connection = connectX(options, base, () => null);
  const calls = counted(connection.x);
  const services = startServices(
    options,
    { ...base, x: calls.x, xClock: connection.xClock },
    connection,
    true,
  );
  listeners.add(services.onEvent);
  const serve = createServe(services.ctx, handlers);
  const idle = async () => {
    await settle();
    while (calls.underWay.size > 0) {
      await Promise.allSettled(calls.underWay);
      await settle();
    }
  };
  return {
    disk,
    store: opened.value,
    clock,
    control: simulator.control,
    events,
    handle: (method, input) => serve(method, input) as never,
    idle,
    pass: async (ms) => {
      for (let passed = 0; passed < ms; passed += STEP_MS) {
        await clock.advance(Math.min(STEP_MS, ms - passed));
        await idle();
      }
    },
    stop: async () => {
      await services.stop();
      opened.value.close();
      await simulator.close();
    },
  };
}

// Tracks the calls to X that are under way.
function counted(x: XClient): { readonly x: XClient; readonly underWay: Set<Promise<unknown>> } {
  const underWay = new Set<Promise<unknown>>();
  const entries = Object.entries(x as EngineContext['x']).map(([name, call]) => [
    name,
    (...input: unknown[]) => {
      const result: Promise<unknown> = (call as (...given: unknown[]) => Promise<unknown>)(...input);
      const ended = result.finally(() => underWay.delete(ended));
      underWay.add(ended);
      return ended;
    },
  ]);
  return { x: Object.fromEntries(entries) as XClient, underWay };
}
