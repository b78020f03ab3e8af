import type { EngineEvent } from '#shared/contract/events.ts';
import { ok } from '#shared/result.ts';
import { tidyCalls } from './budget/tidyCalls.ts';
import { createPoller, type Poller } from './capture/poller.ts';
import { adaptiveRhythm, fixedRhythm } from './capture/rhythm.ts';
import type { Connection } from './connectX.ts';
import type { EngineContext } from './context.ts';
import { wakeSnoozed } from './conversations/wakeSnoozed.ts';
import type { EngineOptions } from './engineOptions.ts';
import { startOutbox } from './outbox/outbox.ts';
import { repeat } from './repeat.ts';
import { wakeRowsWithoutLogin } from './store/outbox.ts';

/** All that runs by itself, and the context through which handlers reach it. */
export interface Services {
  readonly ctx: EngineContext;
  /** What has to follow from an event inside the engine. */
  readonly onEvent: (event: EngineEvent) => void;
  readonly stop: () => Promise<void>;
}

const SNOOZE_EVERY_MS = 15_000;
const CONNECT_EVERY_MS = 30_000;
const TIDY_EVERY_MS = 3_600_000;

/** Starts capture, the outbox and the timers. */
export function startServices(
  options: EngineOptions,
  base: Omit<EngineContext, 'services'>,
  connection: Connection,
): Services {
  const { login } = connection;
  const poller = createCapture(options, base, connection);
  const ctx: EngineContext = {
    ...base,
    services: {
      pollNow: poller.pollNow,
      pollSoon: poller.pollSoon,
      outlook: poller.outlook,
      kickOutbox: () => outbox.kick(),
      login,
    },
  };
  if (options.credentials) wakeRowsWithoutLogin(ctx.db, ctx.clock.now());
  const outbox = startOutbox(ctx);
  poller.start();
  const stopTimers = startTimers(ctx, login);
  return {
    ctx,
    onEvent: (event) => {
      if (event.name === 'capture.polled') outbox.linkStored();
      if (event.name === 'budget.changed') poller.pollSoon();
      if (event.name === 'account.connected') {
        wakeRowsWithoutLogin(ctx.db, ctx.clock.now());
        outbox.kick();
      }
    },
    stop: async () => {
      stopTimers();
      await Promise.all([poller.stop(), outbox.stop()]);
    },
  };
}

function createCapture(
  options: EngineOptions,
  base: Omit<EngineContext, 'services'>,
  { login, allowance }: Connection,
): Poller {
  return createPoller(base, {
    rhythm:
      options.pollSeconds === null
        ? adaptiveRhythm(base, allowance)
        : fixedRhythm(options.pollSeconds * 1_000),
    account: async () => {
      const known = base.account();
      return known ? ok(known) : await login.ensure();
    },
  });
}

/** Starts what comes round by the clock alone; the answer ends it. */
function startTimers(ctx: EngineContext, login: Connection['login']): () => void {
  const stops = [
    repeat(ctx, SNOOZE_EVERY_MS, () => wakeSnoozed(ctx)),
    repeat(ctx, TIDY_EVERY_MS, () => tidyCalls(ctx)),
    repeat(ctx, CONNECT_EVERY_MS, () => {
      if (ctx.account()) return;
      login.ensure().catch((cause: unknown) => ctx.log('account.broke', { cause: String(cause) }));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
