import type { Clock } from '#shared/clock.ts';
import {
  type EngineStartOptions,
  FromEngine,
  type ToEngine,
  type Tokens,
} from '#shared/contract/enginePort.ts';
import type { AppError } from '#shared/errors.ts';
import type { Child } from './child.ts';
import { KeptProcess, type ProcessEnd } from './supervisor.ts';

const STOP_MS = 5_000;

interface EngineProcessOptions<P> {
  readonly fork: () => Child<P>;
  readonly clock: Clock;
  /** Asked anew at every start, since tokens change. */
  readonly startOptions: () => EngineStartOptions;
  /** Keeps new tokens; the engine uses them only once this has resolved. */
  readonly saveTokens: (tokens: Tokens, clientId: string | undefined) => Promise<void>;
  /** The engine answers; ports may be connected. Called again after each restart. */
  readonly onReady: () => void;
  readonly onEnded: (end: ProcessEnd) => void;
  /** The engine refused to start; starting it again would not help. */
  readonly onFailed: (error: AppError) => void;
}

/** The engine in a process of its own, started again when it falls. */
export class EngineProcess<P> {
  readonly #options: EngineProcessOptions<P>;
  readonly #process: KeptProcess<P>;
  #ready = false;

  constructor(options: EngineProcessOptions<P>) {
    this.#options = options;
    this.#process = new KeptProcess<P>({
      fork: options.fork,
      clock: options.clock,
      onStarted: (child) => this.#greet(child),
      onEnded: (end) => {
        this.#ready = false;
        options.onEnded(end);
      },
    });
    this.#process.start();
  }

  get isReady(): boolean {
    return this.#ready;
  }

  /** Gives the engine one end of a channel; does nothing while it does not run. */
  connect(port: P): void {
    const child = this.#process.child;
    if (child) post(child, { type: 'port' }, [port]);
  }

  /** Starts it afresh after it was given up; does nothing while it runs. */
  restart(): void {
    this.#process.start();
  }

  /** Ends the engine in at most 5 seconds. */
  stop(): Promise<void> {
    this.#ready = false;
    return this.#process.stop((child) => post(child, { type: 'stop' }), STOP_MS);
  }

  #greet(child: Child<P>): void {
    child.onMessage((message) => {
      const said = FromEngine.safeParse(message);
      if (!said.success) return;
      if (this.#process.child === child) this.#hear(said.data);
      // Tokens that an engine renewed while it was being replaced are the only good ones.
      this.#hearOfTokens(child, said.data);
    });
    post(child, { type: 'start', options: this.#options.startOptions() });
  }

  #hear(said: FromEngine): void {
    if (said.type === 'ready') {
      this.#ready = true;
      this.#options.onReady();
    } else if (said.type === 'failed') {
      this.#process.giveUp();
      this.#options.onFailed(said.error);
    }
  }

  #hearOfTokens(child: Child<P>, said: FromEngine): void {
    if (said.type === 'saveTokens') {
      void answerSaved(child, said.id, this.#options.saveTokens(said.tokens, said.clientId));
    } else if (said.type === 'loadTokens') {
      const { tokens, clientId } = this.#options.startOptions();
      post(child, {
        type: 'tokensLoaded',
        id: said.id,
        tokens,
        ...(clientId === undefined ? {} : { clientId }),
      });
    }
  }
}

async function answerSaved<P>(child: Child<P>, id: string, saved: Promise<void>): Promise<void> {
  try {
    await saved;
    post(child, { type: 'tokensSaved', id });
  } catch (bug) {
    post(child, { type: 'tokensSaved', id, error: { code: 'bug', reference: `saveTokens: ${String(bug)}` } });
  }
}

function post<P>(child: Child<P>, message: ToEngine, ports?: readonly P[]): void {
  child.post(message, ports);
}
