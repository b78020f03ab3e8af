import type { Clock } from '#shared/clock.ts';
import type { Context } from './context.ts';
import { type Control, createControl } from './control/control.ts';
import { createFaultBook } from './faults/faultBook.ts';
import { handleRequest } from './handleRequest.ts';
import type { ApiRequest } from './http/request.ts';
import { createCallCounter } from './limits/callCounter.ts';
import { createTokenStore, type TokenStore } from './oauth/tokenStore.ts';
import type { Naming } from './render/names.ts';
import { createRequestLog } from './requestLog.ts';
import { beginWorld } from './scenario/beginWorld.ts';
import { checkScenario } from './scenario/checkScenario.ts';
import { BARE_SCENARIO, type Scenario, type ScenarioInput } from './scenario/scenario.ts';
import { listen } from './server.ts';
import { readState, writeState } from './stateFile.ts';
import { systemClock } from './systemClock.ts';

export type { Control } from './control/control.ts';

/** The token that works when no other is set. */
export const STANDING_TOKEN = 'demo-token';

/** How a simulator is to run; everything has a default. */
export interface SimulatorOptions {
  /** 0, the default, picks a free port. */
  readonly port?: number;
  readonly scenario?: ScenarioInput;
  readonly photosDir?: string;
  /** Ids, times and limits follow this clock; the default is the machine's. */
  readonly clock?: Clock;
  /** Decides who says thank you. */
  readonly seed?: number;
  /** Whether X's rate limits are enforced; true by default. */
  readonly limits?: boolean;
  readonly names?: Naming;
  readonly token?: string;
  /** Where the world is kept, so that the next start goes on from there. */
  readonly stateFile?: string;
}

/** A simulator that listens. */
export interface Simulator {
  /** For example `http://127.0.0.1:40123`, without a slash at the end. */
  readonly url: string;
  readonly control: Control;
  close(): Promise<void>;
}

/** Starts a simulated X on this machine; throws when the scenario is wrong or the port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const context = createContext(options, requireScenario(options.scenario ?? BARE_SCENARIO));
  const save = createSaver(context, options.stateFile);
  const answer = (request: ApiRequest) => {
    const delivery = handleRequest(context, request);
    save();
    return delivery;
  };
  const server = await listen(options.port ?? 0, answer, context.clock.now);
  context.baseUrl = server.url;
  return {
    url: server.url,
    control: createControl(context),
    close: async () => {
      await server.close();
      save();
    },
  };
}

function createContext(options: SimulatorOptions, scenario: Scenario): Context {
  const clock = options.clock ?? systemClock;
  const tokens = createTokenStore(options.token ?? STANDING_TOKEN);
  const now = clock.now();
  const saved = options.stateFile === undefined ? null : readState(options.stateFile, tokens, now);
  return {
    clock,
    tokens,
    world: saved ?? beginWorld(scenario, now),
    calls: createCallCounter(options.limits ?? true),
    faults: createFaultBook(),
    log: createRequestLog(),
    reactions: { followUps: scenario.followUps, thanks: scenario.thanks, seed: options.seed ?? 1 },
    naming: options.names ?? 'old',
    photosDir: options.photosDir ?? null,
    baseUrl: '',
  };
}

function requireScenario(input: ScenarioInput): Scenario {
  const checked = checkScenario(input);
  if (!checked.ok) throw new Error(`The scenario is wrong: ${checked.error.join(' ')}`);
  return checked.value;
}

function createSaver(context: Context, path: string | undefined): () => void {
  if (path === undefined) return () => {};
  let saved = '';
  return () => {
    const current = toMark(context.world.revision, context.tokens);
    if (current === saved) return;
    writeState(path, context.world, context.tokens, context.clock.now());
    saved = current;
  };
}

function toMark(revision: number, tokens: TokenStore): string {
  return `${revision} ${[...tokens.access].map(([name, { expiresAt }]) => `${name}@${expiresAt}`).join()} ${[...tokens.refresh.keys()].join()}`;
}
