import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { EngineStartOptions, Tokens } from '#shared/contract/enginePort.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { createEngineClient, type EngineClient } from '#shared/rpc/client.ts';
import { EngineProcess } from '../processes/engineProcess.ts';
import type { ProcessHost } from '../processes/processHost.ts';
import { type SimulatorProcess, startSimulator } from '../processes/simulatorProcess.ts';
import type { WorkspacePlan } from './workspacePlan.ts';

/** What a running workspace reports. */
export interface WorkspaceListeners {
  readonly saveTokens: (tokens: Tokens, clientId: string | undefined) => Promise<void>;
  /** The engine accepts calls, also after each restart: windows need a new port. */
  readonly onReady: () => void;
  readonly onEvent: (event: EngineEvent) => void;
  readonly onEngineCrashed: (restarting: boolean) => void;
  /** The engine cannot start. */
  readonly onFailed: (error: AppError) => void;
  /** `stop` has completed: none of its processes runs. */
  readonly onStopped: () => void;
}

/**
 * The processes of one workspace: its engine, and the simulator if X is simulated. `P` is the type of transferable
 * port.
 */
export class RunningWorkspace<P> {
  readonly id: string;
  /**
   * Resolves once: when the engine is ready for the first time, or with the reason why it cannot be. Never rejects.
   */
  readonly opened: Promise<Result<null, AppError>>;
  readonly #host: ProcessHost<P>;
  readonly #listeners: WorkspaceListeners;
  readonly #simulator: SimulatorProcess | null;
  #options: EngineStartOptions;
  #engine: EngineProcess<P> | null = null;
  #client: EngineClient | null = null;
  #settleOpened: (result: Result<null, AppError>) => void = () => {};

  /** Starts the processes; the engine of a simulated workspace starts once the simulator listens. */
  constructor(plan: WorkspacePlan, host: ProcessHost<P>, listeners: WorkspaceListeners) {
    this.id = plan.id;
    this.#host = host;
    this.#listeners = listeners;
    this.#options = plan.engine;
    this.opened = new Promise((resolve) => {
      this.#settleOpened = resolve;
    });
    this.#simulator = plan.isSimulated ? this.#startSimulator() : null;
    if (!plan.isSimulated) this.#startEngine();
  }

  /** The address used instead of X; null for X itself. */
  get xUrl(): string | null {
    return this.#options.xUrl ?? null;
  }

  /** Calls the engine; `engineGone` while none is ready. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<Result<EngineOutput<M>, AppError>> {
    return this.#client?.call(method, input) ?? Promise.resolve(err({ code: 'engineGone' }));
  }

  /** Opens a channel to the engine and returns the client's end; null while the engine is not ready. */
  connect(): P | null {
    if (!this.#engine?.isReady) return null;
    const { engineEnd, otherEnd } = this.#host.createChannel();
    this.#engine.connect(engineEnd);
    return otherEnd;
  }

  /** Restarts an engine that crashed too often; does nothing while it is running. */
  restart(): void {
    this.#engine?.restart();
  }

  /**
   * Stops the engine, then the simulator, and resolves when both have exited. Pending calls fail with `engineGone`.
   */
  async stop(): Promise<void> {
    await this.#engine?.stop();
    this.#client?.close();
    await this.#simulator?.stop();
    this.#settleOpened(err({ code: 'engineGone' }));
    this.#listeners.onStopped();
  }

  #startSimulator(): SimulatorProcess {
    return startSimulator<P>({
      fork: (port) => this.#host.forkSimulator(port),
      clock: this.#host.clock,
      onListening: (url) => {
        this.#options = { ...this.#options, xUrl: url };
        if (!this.#engine) this.#startEngine();
      },
      onGivenUp: () => {
        if (!this.#engine) this.#handleFailure({ code: 'engineGone' });
      },
    });
  }

  #startEngine(): void {
    this.#engine = new EngineProcess<P>({
      fork: () => this.#host.forkEngine(),
      clock: this.#host.clock,
      startOptions: () => this.#options,
      saveTokens: (tokens, clientId) => this.#saveTokens(tokens, clientId),
      onReplaced: () => this.#forgetReplacement(),
      onReady: () => this.#handleReady(),
      onCrashed: ({ restarting }) => this.#handleCrash(restarting),
      onFailed: (error) => this.#handleFailure(error),
    });
  }

  // An engine that is killed while it opens what it has restored would restore it again: the way back would be one of many backups.
  #forgetReplacement(): void {
    const { recover: _, restore: __, ...options } = this.#options;
    this.#options = options;
  }

  #handleReady(): void {
    // A store that turned out to be sound was not recovered.
    this.#forgetReplacement();
    const end = this.connect();
    if (end === null) return;
    this.#client = createEngineClient(this.#host.toPort(end));
    this.#client.onEvent(this.#listeners.onEvent);
    this.#settleOpened(ok(null));
    this.#listeners.onReady();
  }

  #handleCrash(restarting: boolean): void {
    this.#client?.close();
    this.#client = null;
    if (!restarting) this.#settleOpened(err({ code: 'engineGone' }));
    this.#listeners.onEngineCrashed(restarting);
  }

  #handleFailure(error: AppError): void {
    this.#settleOpened(err(error));
    this.#listeners.onFailed(error);
  }

  async #saveTokens(tokens: Tokens, clientId: string | undefined): Promise<void> {
    // Before they are saved, and even if that fails: the old ones are no longer valid.
    this.#options = { ...this.#options, tokens, ...(clientId === undefined ? {} : { clientId }) };
    await this.#listeners.saveTokens(tokens, clientId);
  }
}
