import type { Clock } from '#shared/clock.ts';
import type { FaultRules } from '../faults/faultRules.ts';
import type { Naming } from '../render/fields.ts';
import type { ReactionRules } from '../world/reactions.ts';
import type { UploadedBytes } from '../world/uploads.ts';
import type { World } from '../world/world.ts';
import type { RateLimiter } from './rateLimiter.ts';
import type { RequestLog } from './requestLog.ts';
import type { TokenStore } from './tokenStore.ts';

/** The state and settings of one running simulator; every endpoint gets it. */
export interface Context {
  readonly clock: Clock;
  readonly world: World;
  readonly tokens: TokenStore;
  readonly uploaded: UploadedBytes;
  /** How many of the next uploads cannot be processed. */
  readonly failedUploads: { add(count: number): void; take(): boolean };
  readonly rateLimiter: RateLimiter;
  readonly faults: FaultRules;
  /** Fields that are refused, each as its parameter and name, such as `expansions sender_id`. */
  readonly forgottenFields: Set<string>;
  readonly log: RequestLog;
  readonly reactions: ReactionRules;
  readonly naming: Naming;
  /** The folder that pictures are served from; null if there are none. */
  readonly photosDir: string | null;
  /** The simulator's own address, without a trailing slash. Empty until the server listens. */
  baseUrl: string;
}
