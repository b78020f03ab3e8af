import type { Clock } from '#shared/clock.ts';
import type { FaultBook } from './faults/faultBook.ts';
import type { CallCounter } from './limits/callCounter.ts';
import type { TokenStore } from './oauth/tokenStore.ts';
import type { ReactionRules } from './reactions.ts';
import type { Naming } from './render/names.ts';
import type { RequestLog } from './requestLog.ts';
import type { World } from './world/world.ts';

/** Everything that an endpoint may use. */
export interface Context {
  readonly clock: Clock;
  readonly world: World;
  readonly tokens: TokenStore;
  readonly calls: CallCounter;
  readonly faults: FaultBook;
  readonly log: RequestLog;
  readonly reactions: ReactionRules;
  readonly naming: Naming;
  /** The folder that pictures are served from; null when there are none. */
  readonly photosDir: string | null;
  /** The address that the simulator listens on, without a slash at the end. */
  baseUrl: string;
}
