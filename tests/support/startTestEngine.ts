import { onTestFinished } from 'vitest';
import { createEngine, type Engine } from '#engine/engine.ts';
import type { EngineOptions } from '#engine/engineOptions.ts';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import { engineContract } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { Channel, OutboxEntry } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import { createLog } from '#shared/log.ts';
import { type Control, type Simulator, type SimulatorOptions, startSimulator } from '#simulator/simulator.ts';
import { type FakeClock, fakeClock } from './fakeClock.ts';
import { testFolder } from './openTestDb.ts';
import { testOptions } from './testOptions.ts';

/** Calls to an engine. */
interface EngineCalls {
  /** The output of a call that must succeed, validated against the contract. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<EngineOutput<M>>;
  /** The error of a call that must fail. */
  fail<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<AppError>;
  /** The outbox entry with this id. */
  entry(outboxId: string): Promise<OutboxEntry | undefined>;
  send(conversationId: string, text: string, channel?: Channel, undoMs?: number): Promise<string>;
}

/** A complete engine with a simulated X, a fake clock and its own store. */
export interface TestEngine extends EngineCalls {
  readonly clock: FakeClock;
  readonly simulator: Simulator;
  readonly control: Control;
  readonly dir: string;
  readonly events: EngineEvent[];
  readonly logLines: string[];
  engine: Engine;
  /** Stops the engine, runs `meanwhile`, and starts another one on the same folder. */
  restart(changed?: Partial<EngineOptions>, meanwhile?: () => void): Promise<void>;
}

/** Starts engine and X until the test ends. By default X has no rate limits. */
export async function startTestEngine(
  changed: Partial<EngineOptions> = {},
  world: Pick<SimulatorOptions, 'names' | 'limits' | 'photosDir' | 'scenario'> = {},
): Promise<TestEngine> {
  const clock = fakeClock();
  const simulator = await startSimulator({ clock, limits: false, ...world });
  const dir = testFolder();
  const events: EngineEvent[] = [];
  const logLines: string[] = [];
  const log = createLog((line) => logLines.push(line), clock.now);
  const open = (more: Partial<EngineOptions> = {}) =>
    openEngine({ dataDir: dir, xUrl: simulator.url, clock, log, ...changed, ...more }, events);
  const test: TestEngine = {
    ...callsTo(() => test.engine),
    clock,
    simulator,
    control: simulator.control,
    dir,
    events,
    logLines,
    engine: open(),
    restart: async (more, meanwhile = () => {}) => {
      await test.engine.stop();
      meanwhile();
      test.engine = open(more);
    },
  };
  onTestFinished(async () => {
    await test.engine.stop();
    await simulator.close();
  });
  return test;
}

type NeededOptions = Pick<EngineOptions, 'dataDir' | 'xUrl' | 'clock' | 'log'>;

function openEngine(options: NeededOptions & Partial<EngineOptions>, events: EngineEvent[]): Engine {
  const opened = createEngine({
    ...testOptions,
    pollSeconds: 0,
    timeoutMs: 400,
    ...options,
  });
  if (!opened.ok) throw new Error(`The engine did not start: ${JSON.stringify(opened.error)}`);
  opened.value.onEvent((event) => events.push(event));
  return opened.value;
}

function callsTo(engine: () => Engine): EngineCalls {
  const calls: EngineCalls = {
    call: async (method, input) => {
      const result = await engine().handle(method, input);
      if (!result.ok) throw new Error(`${method} failed: ${JSON.stringify(result.error)}`);
      return engineContract[method].output.parse(result.value) as never;
    },
    fail: async (method, input) => {
      const result = await engine().handle(method, input);
      if (result.ok) throw new Error(`${method} did not fail`);
      return result.error;
    },
    entry: async (id) => (await calls.call('outbox.list', {})).items.find((entry) => entry.id === id),
    send: async (conversationId, text, channel = 'public', undoMs = 0) =>
      (await calls.call('replies.send', { conversationId, text, channel, undoMs })).outboxId,
  };
  return calls;
}

/** Captures a mention of the account and returns its conversation. */
export async function openConversation(test: TestEngine, from = 'anna', text = 'Where is it?') {
  const { id } = test.control.mention({ from, text });
  await test.call('capture.pollNow', {});
  return { id: `c${id}`, postId: id, personId: test.control.person({ handle: from }).id };
}

/** Resolves once `isTrue` returns true; rejects after twenty seconds, naming `what` it waited for. */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
