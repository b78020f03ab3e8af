import type { Clock } from '#shared/clock.ts';
import { systemClock } from '#shared/systemClock.ts';
import { type Control, createControl } from './control/control.ts';
import { createFaultRules } from './faults/faultRules.ts';
import { handleRequest } from './handleRequest.ts';
import type { ApiRequest } from './http/request.ts';
import type { Naming } from './render/fields.ts';
import { parseScenario } from './scenario/loadScenario.ts';
import { BARE_SCENARIO, type Scenario, type ScenarioInput } from './scenario/scenario.ts';
import { startScenario } from './scenario/startScenario.ts';
import { listen } from './server.ts';
import type { Context } from './state/context.ts';
import { createRateLimiter } from './state/rateLimiter.ts';
import { createRequestLog } from './state/requestLog.ts';
import { readState, writeState } from './state/stateFile.ts';
import { createTokenStore, type TokenStore } from './state/tokenStore.ts';
import type { ReactionRules } from './world/reactions.ts';
import { createUploadedBytes } from './world/uploads.ts';

export type { Control } from './control/control.ts';

const DEFAULT_TOKEN = 'demo-token';

/** How to run a simulator; every option has a default. */
export interface SimulatorOptions {
  /** 0, the default, picks a free port. */
  readonly port?: number;
  /** The account alone by default. */
  readonly scenario?: ScenarioInput;
  /** The folder that pictures are served from. */
  readonly photosDir?: string;
  /** The source of ids, dates and rate-limit windows; the machine's clock by default. */
  readonly clock?: Clock;
  /** Decides who says thank you; 1 by default. */
  readonly seed?: number;
  /** Whether to enforce X's rate limits; true by default. */
  readonly limits?: boolean;
  /** X's field names; `old` by default. */
  readonly names?: Naming;
  /** The account's permanent access token; `demo-token` by default. */
  readonly token?: string;
  /** Keeps the world in this file and restores it at the next start; nothing is kept by default. */
  readonly stateFile?: string;
}

/** A simulator that accepts requests. */
export interface Simulator {
  /** For example `http://127.0.0.1:40123`, without a trailing slash. */
  readonly url: string;
  readonly control: Control;
  /** Saves the world to a file from which another simulator can continue. */
  saveTo(stateFile: string): void;
  /** Stops listening and saves the state file, if there is one. */
  close(): Promise<void>;
}

/**
 * Starts a simulated X on this machine. Rejects if the scenario is invalid, the state file has another format or the
 * port is taken.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const context = createContext(options, requireScenario(options.scenario ?? BARE_SCENARIO));
  const save = createSaver(context, options.stateFile);
  // Saved before the response is sent, so that a crash loses nothing that was confirmed to a client.
  const handle = (request: ApiRequest) => {
    const delivery = handleRequest(context, request);
    save();
    return delivery;
  };
  const server = await listen(options.port ?? 0, handle, context.clock.now);
  context.baseUrl = server.url;
  return {
    url: server.url,
    control: createControl(context),
    saveTo: (stateFile) => writeState(stateFile, context.world, context.tokens, context.clock.now()),
    close: async () => {
      await server.close();
      save();
    },
  };
}

function createContext(options: SimulatorOptions, scenario: Scenario): Context {
  const clock = options.clock ?? systemClock;
  const tokens = createTokenStore(options.token ?? DEFAULT_TOKEN);
  const now = clock.now();
  const saved = options.stateFile === undefined ? null : readState(options.stateFile, tokens, now);
  return {
    clock,
    tokens,
    world: saved ?? startScenario(scenario, now),
    uploaded: createUploadedBytes(options.stateFile === undefined ? null : `${options.stateFile}.media`),
    failedUploads: createCountdown(),
    rateLimiter: createRateLimiter(options.limits ?? true),
    faults: createFaultRules(),
    forgottenFields: new Set(),
    log: createRequestLog(),
    reactions: toReactions(scenario, options.seed ?? 1),
    naming: options.names ?? 'old',
    photosDir: options.photosDir ?? null,
    baseUrl: '',
  };
}

/** Says yes as often as it was told to. */
function createCountdown(): Context['failedUploads'] {
  let left = 0;
  return {
    add: (count) => {
      left += count;
    },
    take: () => {
      left -= 1;
      if (left >= 0) return true;
      left = 0;
      return false;
    },
  };
}

function requireScenario(input: ScenarioInput): Scenario {
  const parsed = parseScenario(input);
  if (!parsed.ok) throw new Error(`The scenario is invalid: ${parsed.error.join(' ')}`);
  return parsed.value;
}

/** Saves the state file if anything has changed since the last save. */
function createSaver(context: Context, path: string | undefined): () => void {
  if (path === undefined) return () => {};
  let savedVersion = '';
  return () => {
    const version = toVersion(context.world.revision, context.tokens);
    if (version === savedVersion) return;
    writeState(path, context.world, context.tokens, context.clock.now());
    savedVersion = version;
  };
}

function toVersion(revision: number, tokens: TokenStore): string {
  const access = [...tokens.access].map(([token, { expiresAt }]) => `${token}@${expiresAt}`);
  return `${revision} ${access.join()} ${[...tokens.refresh.keys()].join()}`;
}

const toReactions = ({ followUps, thanks, handedOver, surveyed }: Scenario, seed: number): ReactionRules => ({
  followUps,
  thanks,
  handedOver,
  surveyed,
  seed,
});
