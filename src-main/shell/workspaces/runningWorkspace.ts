import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { EngineStartOptions, Tokens } from '#shared/contract/enginePort.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { createEngineClient, type EngineClient } from '#shared/rpc/client.ts';
import { EngineProcess } from '../processes/engineProcess.ts';
import type { WorkspaceHost } from '../processes/processHost.ts';
import { type SimulatorProcess, startSimulator } from '../processes/simulatorProcess.ts';

/** Which workspace to open and with what. */
export interface WorkspacePlan {
  readonly id: string;
  /** Without `xUrl` for a simulated workspace: the simulator says where it is. */
  readonly engine: EngineStartOptions;
  /** Whether X is the built-in one. */
  readonly simulated: boolean;
}

/** What the opener of a workspace wants to hear. */
export interface WorkspaceListeners {
  readonly saveTokens: (tokens: Tokens, clientId: string | undefined) => Promise<void>;
  /** The engine answers, also after each restart: windows want a new port. */
  readonly onReady: () => void;
  readonly onEvent: (event: EngineEvent) => void;
  readonly onStopped: (restarting: boolean) => void;
  readonly onFailed: (error: AppError) => void;
  /** It was stopped: nothing of it runs any more. */
  readonly onEnded: () => void;
}

/** A workspace with its engine, and its simulator where X is simulated; `P` is the kind of port processes can be sent. */
export class OpenWorkspace<P> {
  readonly id: string;
  /** Resolves once, when the engine first answers or with why it cannot. */
  readonly opened: Promise<Result<null, AppError>>;
  readonly #host: WorkspaceHost<P>;
  readonly #listeners: WorkspaceListeners;
  readonly #simulator: SimulatorProcess | null;
  #options: EngineStartOptions;
  #engine: EngineProcess<P> | null = null;
  #client: EngineClient | null = null;
  #settleOpened: (result: Result<null, AppError>) => void = () => {};

  constructor(plan: WorkspacePlan, host: WorkspaceHost<P>, listeners: WorkspaceListeners) {
    this.id = plan.id;
    this.#host = host;
    this.#listeners = listeners;
    this.#options = plan.engine;
    this.opened = new Promise((resolve) => {
      this.#settleOpened = resolve;
    });
    this.#simulator = plan.simulated ? this.#startSimulator() : null;
    if (!plan.simulated) this.#startEngine();
  }

  /** Where X is, when it is not X itself. */
  get xUrl(): string | null {
    return this.#options.xUrl ?? null;
  }

  /** Calls the engine that runs now; `engineGone` between two of them. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<Result<EngineOutput<M>, AppError>> {
    return this.#client?.call(method, input) ?? Promise.resolve(err({ code: 'engineGone' }));
  }

  /** A window's end of a new channel to the engine; null while no engine answers. */
  connect(): P | null {
    if (!this.#engine?.isReady) return null;
    const { engineEnd, otherEnd } = this.#host.createChannel();
    this.#engine.connect(engineEnd);
    return otherEnd;
  }

  /** Starts the engine afresh after it was given up. */
  restart(): void {
    this.#engine?.restart();
  }

  /** Ends the engine, then the simulator. */
  async stop(): Promise<void> {
    await this.#engine?.stop();
    this.#client?.close();
    await this.#simulator?.stop();
    this.#settleOpened(err({ code: 'engineGone' }));
    this.#listeners.onEnded();
  }

  #startSimulator(): SimulatorProcess {
    return startSimulator<P>({
      fork: (port) => this.#host.forkSimulator(port),
      clock: this.#host.clock,
      onListening: (url) => {
        this.#options = { ...this.#options, xUrl: url };
        if (!this.#engine) this.#startEngine();
      },
      onGone: () => {
        if (!this.#engine) this.#fail({ code: 'engineGone' });
      },
    });
  }

  #startEngine(): void {
    this.#engine = new EngineProcess<P>({
      fork: () => this.#host.forkEngine(),
      clock: this.#host.clock,
      startOptions: () => this.#options,
      saveTokens: (tokens, clientId) => this.#saveTokens(tokens, clientId),
      onReady: () => this.#ready(),
      onEnded: ({ restarting }) => this.#ended(restarting),
      onFailed: (error) => this.#fail(error),
    });
  }

  #ready(): void {
    const end = this.connect();
    if (end === null) return;
    this.#client = createEngineClient(this.#host.toPort(end));
    this.#client.onEvent(this.#listeners.onEvent);
    this.#settleOpened(ok(null));
    this.#listeners.onReady();
  }

  #ended(restarting: boolean): void {
    this.#client?.close();
    this.#client = null;
    if (!restarting) this.#settleOpened(err({ code: 'engineGone' }));
    this.#listeners.onStopped(restarting);
  }

  #fail(error: AppError): void {
    this.#settleOpened(err(error));
    this.#listeners.onFailed(error);
  }

  async #saveTokens(tokens: Tokens, clientId: string | undefined): Promise<void> {
    // Also where they cannot be saved: the old ones are worthless by now.
    this.#options = { ...this.#options, tokens, ...(clientId === undefined ? {} : { clientId }) };
    await this.#listeners.saveTokens(tokens, clientId);
  }
}
