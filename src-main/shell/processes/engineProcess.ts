import type { Clock } from '#shared/clock.ts';
import {
  type EngineStartOptions,
  FromEngine,
  type ToEngine,
  type Tokens,
} from '#shared/contract/enginePort.ts';
import type { AppError } from '#shared/errors.ts';
import type { ChildProcess } from './processHost.ts';
import { type Crash, Supervisor } from './supervisor.ts';

const STOP_TIMEOUT_MS = 5_000;

interface EngineProcessOptions<P> {
  readonly fork: () => ChildProcess<P>;
  readonly clock: Clock;
  /** Called at every start, since the tokens change. */
  readonly startOptions: () => EngineStartOptions;
  /** Saves new tokens. The engine does not use them before this has settled; a rejection is reported to it. */
  readonly saveTokens: (tokens: Tokens, clientId: string | undefined) => Promise<void>;
  /** The store was replaced as the options said, which must not be done again. */
  readonly onReplaced: () => void;
  /** The engine accepts ports now. Called after each start and restart. */
  readonly onReady: () => void;
  readonly onCrashed: (crash: Crash) => void;
  /** The engine refused to start. It exits and is not restarted, since that would not help. */
  readonly onFailed: (error: AppError) => void;
}

/**
 * The engine in its own process, supervised by a `Supervisor`.
 *
 *     shell                             engine
 *       │ fork                            │
 *       │ ── start {options} ───────────> │
 *       │ <──────────────── replaced ──── │   only if the options say so: onReplaced
 *       │ <─────────────────── ready ──── │   onReady: clients get ports (`port`), now and after each restart
 *       │ <──────── saveTokens {id} ───── │   the login was renewed
 *       │ ── tokensSaved {id} ──────────> │   only now does the engine use the new tokens
 *       │            ...                  │
 *       │ <─────────── exit ───────────── x   onCrashed: restart after 250 ms, 1 s, 4 s, 4 s, 4 s, then give up
 *       │ ── stop ──────────────────────> │   killed if it has not exited after 5 s
 *       │ <────────── stopped, exit ───── x
 *
 * Instead of `ready` it may send `failed {error}`, for example if another process has the workspace open: onFailed.
 */
export class EngineProcess<P> {
  readonly #options: EngineProcessOptions<P>;
  readonly #supervisor: Supervisor<P>;
  #isReady = false;

  /** Starts the engine. */
  constructor(options: EngineProcessOptions<P>) {
    this.#options = options;
    this.#supervisor = new Supervisor<P>({
      fork: options.fork,
      clock: options.clock,
      onStarted: (child) => this.#connectTo(child),
      onCrashed: (crash) => {
        this.#isReady = false;
        options.onCrashed(crash);
      },
    });
    this.#supervisor.start();
  }

  /** Whether the engine accepts ports. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Transfers the engine's end of a channel to it; does nothing while it is not running. */
  connect(port: P): void {
    const child = this.#supervisor.child;
    if (child) post(child, { type: 'port' }, [port]);
  }

  /** Starts the engine again after the supervisor has given up; does nothing while it is running. */
  restart(): void {
    this.#supervisor.start();
  }

  /** Stops the engine for good; resolves within 5 seconds, once it has exited. */
  stop(): Promise<void> {
    this.#isReady = false;
    return this.#supervisor.stop((child) => post(child, { type: 'stop' }), STOP_TIMEOUT_MS);
  }

  #connectTo(child: ChildProcess<P>): void {
    child.onMessage((data) => {
      const parsed = FromEngine.safeParse(data);
      if (!parsed.success) return;
      if (this.#supervisor.child === child) this.#handleStatus(parsed.data);
      // Also from an engine that is being replaced: tokens that it has renewed are the only valid ones.
      this.#handleTokens(child, parsed.data);
    });
    post(child, { type: 'start', options: this.#options.startOptions() });
  }

  #handleStatus(message: FromEngine): void {
    if (message.type === 'replaced') this.#options.onReplaced();
    else if (message.type === 'ready') {
      this.#isReady = true;
      this.#options.onReady();
    } else if (message.type === 'failed') {
      this.#supervisor.giveUp();
      this.#options.onFailed(message.error);
    }
  }

  #handleTokens(child: ChildProcess<P>, message: FromEngine): void {
    if (message.type === 'saveTokens') {
      void confirmSaved(child, message.id, this.#options.saveTokens(message.tokens, message.clientId));
    } else if (message.type === 'loadTokens') {
      const { tokens, clientId } = this.#options.startOptions();
      post(child, {
        type: 'tokensLoaded',
        id: message.id,
        tokens,
        ...(clientId === undefined ? {} : { clientId }),
      });
    }
  }
}

async function confirmSaved<P>(child: ChildProcess<P>, id: string, saved: Promise<void>): Promise<void> {
  try {
    await saved;
    post(child, { type: 'tokensSaved', id });
  } catch (bug) {
    post(child, { type: 'tokensSaved', id, error: { code: 'bug', reference: `saveTokens: ${String(bug)}` } });
  }
}

function post<P>(child: ChildProcess<P>, message: ToEngine, ports?: readonly P[]): void {
  child.post(message, ports);
}
