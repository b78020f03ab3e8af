import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok } from '#shared/result.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { createArchiveImports } from './archive/archiveImports.ts';
import { compactCalls } from './budget/spending.ts';
import { dmFeed } from './capture/dmFeed.ts';
import { createPoller, type Poller } from './capture/poller.ts';
import { adaptivePolicy, fixedPolicy } from './capture/pollingPolicy.ts';
import { mentionsFeed, ownPostsFeed } from './capture/postFeed.ts';
import type { Connection } from './connectX.ts';
import type { EngineContext } from './context/context.ts';
import type { EngineServices, WeeklyReport } from './context/services.ts';
import { startDueTimesCount } from './conversations/countDueTimes.ts';
import { createDueWarnings } from './conversations/dueWarnings.ts';
import { recordTargets } from './conversations/targets.ts';
import { wakeSnoozed } from './conversations/wakeSnoozed.ts';
import { followSpike } from './crisis/startIncident.ts';
import { type CopiesService, createCopies } from './dailyCopies.ts';
import type { EngineOptions } from './engineOptions.ts';
import { finishEarlierErasures } from './erasure/finishErasures.ts';
import { startRetention } from './erasure/retention.ts';
import { deleteLeftFiles } from './export/unfinishedFiles.ts';
import { followHandovers } from './handover/followHandovers.ts';
import { startExchangeIndexing } from './library/suggestions/exchangeIndexing.ts';
import { searchFeed } from './listening/searchFeed.ts';
import { createSpikeWatch } from './listening/spikes/spikeWatch.ts';
import { deleteOldFiles } from './outbox/addFile.ts';
import { type Outbox, startOutbox } from './outbox/outbox.ts';
import { createWeeklyReport } from './reports/weeklyReport.ts';
import { noteTimed } from './rules/noteTimed.ts';
import { startRules } from './rules/startRules.ts';
import { startIndexing } from './search/indexing.ts';
import { wakeRowsWaitingFor } from './store/outbox.ts';
import { getStoreError } from './store/storeHealth.ts';
import { askByRule } from './surveys/askByRule.ts';
import { followSurveys } from './surveys/followSurveys.ts';

/** The background services, and the context through which handlers reach them. */
export interface Services {
  readonly ctx: EngineContext;
  /** Carries out what follows from an event inside the engine. */
  readonly onEvent: (event: EngineEvent) => void;
  /** Takes note of a call from outside; work that can wait does so. */
  readonly onCall: (method: string) => void;
  /** Resolves with whether the store can be recorded as cleanly closed; see `recordCleanEnd`. */
  readonly stop: () => Promise<boolean>;
}

/** What becomes due by the clock and is reached through the context, too. */
interface Timed {
  readonly copies: CopiesService;
  readonly weeklyReport: WeeklyReport;
}

/** What a reply waits for that waits for a login. */
const loginErrors = ['notConnected', 'unauthorised', 'wrongAccount'] as const;

/** Starts capture, the outbox and the timers; `isContinued` is what `takeCleanEnd` returned. */
export function startServices(
  options: EngineOptions,
  base: Omit<EngineContext, 'services'>,
  connection: Connection,
  isContinued: boolean,
): Services {
  const poller = createCapture(options, base, connection);
  const archives = createArchiveImports(base);
  const timed: Timed = { copies: createCopies(base), weeklyReport: createWeeklyReport(base) };
  const ctx: EngineContext = {
    ...base,
    services: {
      ...toPolling(poller, () => getStoreError(base.db)),
      kickOutbox: () => outbox.kick(),
      retryUnreached: () => retry(base, outbox, poller, unreached),
      retryFailed: () => retry(base, outbox, poller, failed),
      reach: connection.reach,
      login: connection.login,
      archives,
      ...timed,
    },
  };
  if (getStoreError(base.db)) return toIdle(ctx);
  if (options.credentials) wakeRowsWaitingFor(ctx.db, loginErrors, ctx.clock.now());
  const outbox = startOutbox(ctx, isContinued);
  poller.start();
  const background = startBackground(ctx, timed);
  const followers = { outbox, timers: startTimers(ctx), watchSpikes: createSpikeWatch(ctx) };
  archives.continueLast();
  return {
    ctx,
    onEvent: (event) => followEvent(ctx, followers, event),
    onCall: background.onCall,
    stop: async () => {
      followers.timers.stop();
      await Promise.all([poller.stop(), outbox.stop(), archives.stop()]).then(background.stop);
      return outbox.isSettled();
    },
  };
}

/** The weekly report is not due at once: what X has of the time in which Perch was closed belongs in the report of that time. */
const FIRST_REPORT_MS = 2 * MINUTE_MS;

/** Starts the work that can wait: the indexes, the daily copies, the weekly report, and what is left of erasures and exports. Stop it last, because it indexes what the others stored to the end. */
function startBackground(
  ctx: EngineContext,
  { copies, weeklyReport }: Timed,
): Pick<Services, 'onCall'> & { readonly stop: () => Promise<void> } {
  const indexing = startIndexing(ctx);
  const stopExchanges = startExchangeIndexing(ctx);
  copies.startDaily();
  const endReports = repeat(ctx, MINUTE_MS, weeklyReport.check, FIRST_REPORT_MS);
  void finishEarlierErasures(ctx);
  const stopping = new AbortController();
  void deleteLeftFiles(ctx.dataDir, stopping.signal);
  const retention = startRetention(ctx);
  return {
    onCall: (method) => {
      indexing.onCall(method);
      retention.onCall(method);
    },
    stop: async () => {
      stopping.abort();
      endReports();
      retention.stop();
      indexing.stop();
      stopExchanges();
      await copies.stop();
    },
  };
}

type ErrorCodes = ReadonlySet<AppError['code']>;

/** What a network causes that is not there. */
const unreached: ErrorCodes = new Set(['offline']);
/** What may as well be over once the system is online again. */
const failed: ErrorCodes = new Set(['offline', 'timedOut', 'xFailed']);

// Replies to which X responded badly keep their backoff: unlike polls they are not limited to one a minute.
function retry(
  { db, clock }: Omit<EngineContext, 'services'>,
  outbox: Outbox,
  poller: Poller,
  codes: ErrorCodes,
): void {
  wakeRowsWaitingFor(db, [...unreached], clock.now());
  outbox.kick();
  poller.retry(codes);
}

/** The services of a store that is only read: nothing runs. */
function toIdle({ services, ...base }: EngineContext): Services {
  const idle = { pollSoon: () => {}, kickOutbox: () => {}, retryUnreached: () => {}, retryFailed: () => {} };
  const ctx = { ...base, services: { ...services, ...idle } };
  return { ctx, onEvent: () => {}, onCall: () => {}, stop: async () => false };
}

/** The poller as others see it: without polling while nothing can be stored. */
function toPolling(
  { pollNow, pollSoon, outlook }: Poller,
  storeError: () => AppError | null,
): Pick<EngineServices, 'pollNow' | 'pollSoon' | 'outlook'> {
  return {
    pollNow: async () => {
      const error = storeError();
      return error ? err(error) : await pollNow();
    },
    pollSoon,
    outlook: () => {
      const error = storeError();
      return error ? { error, stepErrors: [], nextAt: null } : outlook();
    },
  };
}

function followEvent(
  ctx: EngineContext,
  {
    outbox,
    timers,
    watchSpikes,
  }: { readonly outbox: Outbox; readonly timers: Timers; readonly watchSpikes: () => void },
  event: EngineEvent,
): void {
  const { db, clock, services } = ctx;
  const { name } = event;
  attempt(ctx, timers.kickRules);
  if (name === 'capture.polled') {
    outbox.linkStored();
    attempt(ctx, () => followHandovers(ctx));
    attempt(ctx, () => followSurveys(ctx));
    attempt(ctx, watchSpikes);
  }
  if (name === 'listening.spike') attempt(ctx, () => followSpike(ctx));
  if (name === 'outbox.changed' && event.params.kind === 'sent') attempt(ctx, () => followHandovers(ctx));
  if (name === 'outbox.changed' && (event.params.kind === 'sent' || event.params.kind === 'removed'))
    attempt(ctx, () => followSurveys(ctx));
  if (name === 'outbox.changed') attempt(ctx, () => recordTargets(ctx));
  // A service level may name a tag that is gone.
  if (name === 'settings.changed' || name === 'tags.changed') timers.countDueTimes();
  if (name === 'budget.changed') services.pollSoon();
  if (name === 'network.changed' && event.params.isReached) services.retryUnreached();
  if (name === 'account.connected') {
    wakeRowsWaitingFor(db, loginErrors, clock.now());
    outbox.kick();
  }
}

function createCapture(
  options: EngineOptions,
  base: Omit<EngineContext, 'services'>,
  { login, getAllowance }: Connection,
): Poller {
  return createPoller(base, {
    policy:
      options.pollSeconds === null
        ? adaptivePolicy(base, getAllowance)
        : fixedPolicy(options.pollSeconds * SECOND_MS),
    feeds: { mentions: mentionsFeed, ownPosts: ownPostsFeed, dms: dmFeed, search: searchFeed },
    account: async () => {
      const known = base.account();
      return known ? ok(known) : await login.ensure();
    },
  });
}

interface Timers {
  /** Counts the due times that other settings change. */
  readonly countDueTimes: () => void;
  /** Runs the rules soon if something waits for them. */
  readonly kickRules: () => void;
  readonly stop: () => void;
}

/** Starts what depends on the clock alone. */
function startTimers(ctx: EngineContext): Timers {
  const dueTimes = startDueTimesCount(ctx);
  const rules = startRules(ctx);
  const stops = [
    dueTimes.stop,
    rules.stop,
    repeat(ctx, 15 * SECOND_MS, () => wakeSnoozed(ctx)),
    repeat(ctx, 15 * SECOND_MS, () => recordTargets(ctx)),
    // The first poll may bring replies from elsewhere.
    repeat(ctx, 15 * SECOND_MS, createDueWarnings(ctx), 10 * SECOND_MS),
    repeat(ctx, 15 * SECOND_MS, () => {
      noteTimed(ctx);
      rules.kick();
    }),
    repeat(ctx, MINUTE_MS, () => followHandovers(ctx)),
    repeat(ctx, HOUR_MS, () => followSurveys(ctx)),
    repeat(ctx, MINUTE_MS, () => askByRule(ctx)),
    repeat(ctx, HOUR_MS, () => compactCalls(ctx)),
    repeat(ctx, HOUR_MS, () => deleteOldFiles(ctx)),
    repeat(ctx, 30 * SECOND_MS, () => connect(ctx)),
  ];
  return {
    countDueTimes: dueTimes.start,
    kickRules: rules.kick,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

/** Does what will be repeated. An exception is logged: it must not fail the call whose event or time led here, which is done. */
function attempt({ log }: Pick<EngineContext, 'log'>, work: () => void): void {
  try {
    work();
  } catch (cause) {
    log('followUp.failed', { cause: toErrorMessage(cause) });
  }
}

/** Runs `work` after `firstMs`, 0 for now, and then every `everyMs` until the returned function is called. */
function repeat(
  ctx: Pick<EngineContext, 'clock' | 'log'>,
  everyMs: number,
  work: () => void,
  firstMs = 0,
): () => void {
  const { clock } = ctx;
  let cancel = () => {};
  const tick = () => {
    attempt(ctx, work);
    cancel = clock.after(everyMs, tick);
  };
  if (firstMs === 0) tick();
  else cancel = clock.after(firstMs, tick);
  return () => cancel();
}

function connect({ account, services, log }: EngineContext): void {
  if (account()) return;
  services.login.ensure().catch((cause: unknown) => log('account.connectFailed', { cause: String(cause) }));
}
