import { type EngineMethod, engineContract } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { createListeners } from '#shared/listeners.ts';
import { err, type Result } from '#shared/result.ts';
import { withEarlyEvents } from './earlyEvents.ts';
import type { Served } from './handlers/serve.ts';

/** An engine that runs. */
type Running = Served & { readonly stop: () => Promise<void> };

interface Phases {
  /** The engine that only reads. */
  readonly reading: Running;
  /** Checks the store. Never rejects; ends soon after `signal` is aborted. */
  readonly check: (signal: AbortSignal) => Promise<void>;
  /** Opens the store for good, once it is checked; if that fails, the one that reads says why from then on. Never throws. */
  readonly open: () => Result<Running, AppError>;
  /** Called at the end if the store was not opened for good. */
  readonly release: () => void;
}

/**
 * An engine for a large store that was not closed. Until it is checked it is only read: queries are carried out at once, commands wait, and
 * nothing is fetched or sent. Then the engine that does everything takes over, and `store.checked` is emitted. A command fails with
 * the reason if the store cannot be opened, which then is only read to the end. One that waits when the engine is to end is carried out first.
 *
 *     reading ---- check ----> open ----> everything
 *     commands wait .........carried out, in their order
 */
export function readWhileChecking({ reading, release, ...phases }: Phases): Running {
  const ending = new AbortController();
  const listeners = createListeners<EngineEvent>();
  const reader = endsWhenIdle(reading);
  let current: Running = reader;
  let failure: AppError | null = null;
  let waiting = 0;
  reading.onEvent(listeners.emit);
  const takeOver = async () => {
    const opened = await openOnceChecked(phases, ending.signal);
    if (opened.ok) {
      current = opened.value;
      current.onEvent(listeners.emit);
      void reader.endSoon();
    } else failure = opened.error;
    if (!ending.signal.aborted) listeners.emit({ name: 'store.checked', params: {} });
  };
  const isOver = takeOver();
  return {
    handle: async (method, params) => {
      if (current === reader && isCommand(method) && method !== WITHOUT_STORE) {
        waiting += 1;
        await isOver;
        if (failure) return err(failure);
      }
      // An export that began before is still written by the one that reads.
      if (current !== reader && method === 'conversations.cancelExport') await reader.handle(method, params);
      return await current.handle(method, params);
    },
    onEvent: withEarlyEvents(listeners),
    stop: async () => {
      if (waiting === 0) ending.abort();
      await isOver;
      // The one that writes is the last to close the store.
      await reader.stop();
      await (current === reader ? release() : current.stop());
    },
  };
}

async function openOnceChecked(
  { check, open }: Pick<Phases, 'check' | 'open'>,
  signal: AbortSignal,
): Promise<Result<Running, AppError>> {
  await check(signal);
  return signal.aborted ? err({ code: 'engineGone' }) : open();
}

/** An engine that can be stopped once what it was asked is done, such as an export. */
function endsWhenIdle(engine: Running): Running & { readonly endSoon: () => Promise<void> } {
  const running = new Set<Promise<unknown>>();
  let ended: Promise<void> | null = null;
  const stop = async () => {
    ended ??= engine.stop();
    await ended;
  };
  return {
    handle: async (method, params) => {
      const call = engine.handle(method, params).finally(() => running.delete(call));
      running.add(call);
      return await call;
    },
    onEvent: engine.onEvent,
    stop,
    endSoon: async () => {
      while (running.size > 0) await Promise.allSettled(running);
      await stop();
    },
  };
}

/** A command that writes a file only, before the engine is ended for what it announces. */
const WITHOUT_STORE: EngineMethod = 'backups.announceRestore';

const isCommand = (method: string): boolean =>
  Object.hasOwn(engineContract, method) && engineContract[method as EngineMethod].kind === 'command';
