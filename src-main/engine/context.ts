import type { Clock } from '#shared/clock.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { Account } from '#shared/domain/account.ts';
import type { Login } from './account/login.ts';
import type { PollOutlook } from './capture/pollOutlook.ts';
import type { Round } from './capture/round.ts';
import type { Log } from './log.ts';
import type { Db } from './store/open.ts';
import type { XClient } from './x/xClient.ts';
import type { XClock } from './x/xClock.ts';

/** What every part of the engine is given; nothing reaches for a global. */
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
  /** One full round of every source and all gaps; waits for the account to be known where there is a token. */
  readonly pollNow: () => Promise<Round>;
  /** Brings the next round forward; call it after a source has come to be. */
  readonly pollSoon: () => void;
  readonly outlook: () => PollOutlook;
  /** Sends what is due; call it after the outbox has changed. */
  readonly kickOutbox: () => void;
  readonly login: Login;
}
