import { createEngine, type Engine } from '#engine/engine.ts';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import { createLog } from '#shared/log.ts';
import { type Simulator, startSimulator } from '#simulator/simulator.ts';
import { createLeapingClock, type LeapingClock } from './leapingClock.ts';
import type { YearPlan } from './plan.ts';
import { account, agents } from './shop.ts';

/** A shop at work: a real engine on a folder, the built-in X that it reaches over HTTP, and the clock of both. */
export interface Shop {
  readonly clock: LeapingClock;
  readonly control: Simulator['control'];
  /** Calls the engine; throws if it returns an error. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<EngineOutput<M>>;
  /** Resolves once X has a reply; throws if it will not. */
  sent(outboxId: string): Promise<void>;
  close(): Promise<void>;
}

export interface ShopFolders {
  /** The folder of the workspace. */
  readonly dataDir: string;
  /** Where the built-in X leaves its state; nothing is kept without. */
  readonly stateFile?: string;
}

const TIMEOUT_MS = 10_000;

/** Opens the shop of a plan at the beginning of its year. Rejects if the engine does not start. */
export async function openShop(
  { from, scores }: YearPlan,
  { dataDir, stateFile }: ShopFolders,
): Promise<Shop> {
  const clock = createLeapingClock(from);
  const surveyed = [...scores].map(([handle, { text, delayMs }]) => ({
    handle,
    delayMs,
    csat: text,
    nps: text,
  }));
  const simulator = await startSimulator({ clock, limits: false, scenario: { account, surveyed } });
  const opened = createEngine({
    dataDir,
    xUrl: simulator.url,
    agentName: agents.mia,
    credentials: { tokens: { accessToken: 'demo-token' }, clientId: null },
    sink: { saveTokens: async () => {} },
    pollSeconds: 0,
    clock,
    log: createLog(() => {}, clock.now),
    timeoutMs: TIMEOUT_MS,
  });
  if (!opened.ok) throw new Error(`The engine did not start: ${JSON.stringify(opened.error)}`);
  const engine = opened.value;
  return {
    clock,
    control: simulator.control,
    call: async (method, input) => {
      const result = await engine.handle(method, input);
      if (!result.ok) throw new Error(`${method} failed: ${JSON.stringify(result.error)}`);
      return result.value as never;
    },
    sent: followOutbox(engine),
    close: async () => {
      await engine.stop();
      if (stateFile !== undefined) simulator.saveTo(stateFile);
      await simulator.close();
    },
  };
}

const SENDING_LIMIT_MS = 10_000;

/** Follows what becomes of each reply, also before anybody asks. */
function followOutbox(engine: Engine): Shop['sent'] {
  const ended = new Map<string, string>();
  const waiting = new Map<string, () => void>();
  engine.onEvent((event) => {
    if (event.name !== 'outbox.changed') return;
    const { id, kind } = event.params;
    if (!['sent', 'refused', 'stopped', 'unknown'].includes(kind)) return;
    ended.set(id, kind);
    waiting.get(id)?.();
  });
  return async (id) => {
    if (!ended.has(id)) {
      await new Promise<void>((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error(`${id} was not sent in time`)), SENDING_LIMIT_MS);
        waiting.set(id, () => {
          clearTimeout(limit);
          resolve();
        });
      });
    }
    const kind = ended.get(id);
    if (kind !== 'sent') throw new Error(`${id} was not sent but is ${kind}`);
  };
}
