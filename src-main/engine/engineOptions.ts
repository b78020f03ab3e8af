import type { Clock } from '#shared/clock.ts';
import type { Recovery } from '#shared/contract/enginePort.ts';
import type { Log } from '#shared/log.ts';
import type { Credentials, SecretSink } from './account/credentialKeeper.ts';

/** What an engine is started with. */
export interface EngineOptions {
  /** The folder of the workspace. */
  readonly dataDir: string;
  /** The origin of X; null for X itself. */
  readonly xUrl: string | null;
  /** The agent, until one sets another name. */
  readonly agentName: string;
  readonly credentials: Credentials | null;
  readonly sink: SecretSink;
  /** Seconds between poll cycles; 0 to poll on demand only, null for intervals that adapt. */
  readonly pollSeconds: number | null;
  readonly clock: Clock;
  readonly log: Log;
  /** What to do with a store that cannot be opened, before it is opened. */
  readonly recover?: Recovery | undefined;
  /** The name of the copy to restore, whatever the state of the store. */
  readonly restore?: string | undefined;
  /** Called as soon as the store was replaced as `recover` or `restore` said. */
  readonly onReplaced?: (() => void) | undefined;
  /** The file to read, which is in `dataDir`: nothing is written, and there is no connection to X. */
  readonly readOnly?: string | undefined;
  /** From which size on, in bytes, a store that was not closed is only read until it is checked; another one than the usual only in tests. */
  readonly longCheckBytes?: number | undefined;
  /** How long a call to X may take, in milliseconds. */
  readonly timeoutMs: number;
}
