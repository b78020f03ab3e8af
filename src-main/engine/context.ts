import type { Clock } from '#shared/clock.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { Login } from './account/login.ts';
import type { Log } from './log.ts';
import type { Db } from './store/open.ts';
import type { XClient } from './x/xClient.ts';
import type { XClock } from './x/xClock.ts';

/** What every part of the engine is given; nothing lookbacks for a global. */
export interface EngineContext {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly x: XClient;
  readonly xClock: XClock;
  /** A new id that is unique in the world and grows with time (UUIDv7). */
  readonly newId: () => string;
  /** Tells everybody who listens; call it after the transaction, never within. */
  readonly emit: (event: EngineEvent) => void;
  /** The account of this workspace, or null before the first login. */
  readonly account: () => Account | null;
  /** Ways to the running parts; each is safe to call at any time. */
  readonly services: EngineServices;
}

/** What handlers may ask of the parts that run by themselves. */
export interface EngineServices {
  /** Runs a poll cycle over every source and all gaps. Waits for the account to be known if there is a token. */
  readonly pollNow: () => Promise<PollCycleResult>;
  /** Brings the next automatic poll cycle forward; call it after adding a source. */
  readonly pollSoon: () => void;
  readonly outlook: () => PollOutlook;
  /** Sends what is due; call it after the outbox has changed. */
  readonly kickOutbox: () => void;
  readonly login: Login;
}

/** What a poll cycle brought: new messages, sources that could not be polled, and gaps that it closed. */
export type PollCycleResult = Result<
  EngineOutput<'capture.pollNow'> & { readonly closedGaps: number },
  AppError
>;

/** State of polling that is not stored with the sources. */
export interface PollOutlook {
  /** What broke the last poll cycle before it could be recorded, such as a full disk; null once a cycle succeeds. */
  readonly error: AppError | null;
  /** When the next automatic poll cycle starts, now while one runs; null if Perch polls on demand only. */
  readonly nextAt: number | null;
}
