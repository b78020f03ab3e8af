import type { Clock } from '#shared/clock.ts';
import type { Log } from '#shared/log.ts';
import type { Credentials, SecretSink } from './account/credentialKeeper.ts';

/** What an engine is started with. */
export interface EngineOptions {
  /** The folder of the workspace. */
  readonly dataDir: string;
  /** Where X is; null for X itself. */
  readonly xUrl: string | null;
  /** Who works here, until an agent sets another name. */
  readonly agentName: string;
  readonly credentials: Credentials | null;
  readonly sink: SecretSink;
  /** Seconds between rounds of capture; 0 for none by itself, null for a rhythm that adapts. */
  readonly pollSeconds: number | null;
  readonly clock: Clock;
  readonly log: Log;
  /** How long a call to X may take, in milliseconds. */
  readonly timeoutMs: number;
}
