import type { Clock } from '#shared/clock.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { Account } from '#shared/domain/account.ts';
import type { Log } from '#shared/log.ts';
import type { Db } from '../store/open.ts';
import type { XClient, XClock } from '../x/xClient.ts';
import type { EngineServices } from './services.ts';

/** What every part of the engine is given; nothing reaches for a global. */
export interface EngineContext {
  readonly db: Db;
  /** The folder of the workspace. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly x: XClient;
  readonly xClock: XClock;
  /** Creates a globally unique id that grows with time (UUIDv7). */
  readonly newId: () => string;
  /** Notifies all listeners. Call it after the transaction, never inside: a listener must not see what may be rolled back. */
  readonly emit: (event: EngineEvent) => void;
  /** The account of this workspace, or null before the first login. */
  readonly account: () => Account | null;
  /** The version of this Perch. */
  readonly version: string;
  readonly services: EngineServices;
}
