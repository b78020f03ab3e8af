import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { SecretStorage, WorkspaceState } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import { Turns } from '../base/serialQueue.ts';
import { type ConnectAccount, connectNewAccount } from './connectNewAccount.ts';
import { CurrentWorkspace, type CurrentWorkspaceOptions, type Done } from './currentWorkspace.ts';
import type { KnownAccount } from './knownAccounts.ts';
import { KnownWorkspaces, type KnownWorkspacesOptions } from './knownWorkspaces.ts';
import type { OpenWorkspace } from './runningWorkspace.ts';
import { DEMO_ID } from './workspacePlan.ts';

export type WorkspacesOptions<P> = CurrentWorkspaceOptions<P> & KnownWorkspacesOptions;

/**
 * The workspaces of this machine, of which at most one is open. Commands run one after the other; each of them ends a
 * login that still waits for the browser.
 */
export class Workspaces<P> {
  readonly #options: WorkspacesOptions<P>;
  readonly #current: CurrentWorkspace<P>;
  readonly #known: KnownWorkspaces<P>;
  readonly #turns = new Turns();
  #connecting = new AbortController();

  constructor(options: WorkspacesOptions<P>) {
    this.#options = options;
    this.#current = new CurrentWorkspace(options);
    this.#known = new KnownWorkspaces(options, this.#current);
  }

  state(): WorkspaceState {
    return this.#current.shown;
  }

  current(): OpenWorkspace<P> | null {
    return this.#current.open;
  }

  /** Where the open workspace's X is when it is not X itself. */
  simulatorOrigin(): string | null {
    const url = this.#current.open?.xUrl;
    return url ? new URL(url).origin : null;
  }

  /** How the open workspace's login is kept, or how a new one would be kept without a question. */
  secretStorage(): SecretStorage {
    const id = this.#current.open?.id ?? null;
    return this.#options.secrets.storageOf(id === DEMO_ID ? null : id);
  }

  /** Calls the open workspace's engine. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<Result<EngineOutput<M>, AppError>> {
    return this.#current.open?.call(method, input) ?? Promise.resolve(err({ code: 'engineGone' }));
  }

  /** The accounts that were connected on this machine. */
  accounts(): readonly KnownAccount[] {
    return this.#known.accounts();
  }

  /** Opens what was open when Perch was last used; on the first run nothing. */
  openLast(): Promise<Done> {
    return this.#nextTurn(() => this.#known.enterLast());
  }

  openDemo(): Promise<Done> {
    return this.#nextTurn(() => this.#known.enterDemo());
  }

  /** Opens the workspace of an account that was connected before; an unknown one changes nothing. */
  openAccount(id: string): Promise<Done> {
    return this.#nextTurn(() => this.#known.enterAccount(id));
  }

  /** Connects the open account's workspace anew, or a new account where none is open. */
  connect(connect: ConnectAccount, storage: SecretStorage): Promise<Done> {
    this.cancelConnect();
    this.#connecting = new AbortController();
    const { signal } = this.#connecting;
    return this.#turns.run(() => {
      const { open, shown } = this.#current;
      return open && shown.kind === 'account'
        ? this.#connectAgain(open, connect, storage, signal)
        : this.#connectNew(connect, storage, signal);
    });
  }

  /** Stops waiting for the browser. */
  cancelConnect(): void {
    this.#connecting.abort();
  }

  /** Starts the engine again after it was given up or refused to start. */
  restartEngine(): Promise<Done> {
    return this.#nextTurn(async () => {
      if (this.#current.shown.kind === 'failed') return this.#known.enterLast();
      this.#current.open?.restart();
      return {};
    });
  }

  /** Goes back to the first screen; nothing is deleted. */
  close(): Promise<Done> {
    return this.#nextTurn(async () => {
      await this.#current.leave();
      this.#options.state.set({ lastOpened: null });
      this.#current.show({ kind: 'none' });
      return {};
    });
  }

  /** Ends everything for good, an unfinished login too; what was open is opened again next time. */
  async quit(): Promise<void> {
    this.cancelConnect();
    const ended = this.#turns.end();
    await this.#current.leaveForGood();
    await ended;
  }

  #nextTurn(task: () => Promise<Done>): Promise<Done> {
    this.cancelConnect();
    return this.#turns.run(task);
  }

  async #connectNew(connect: ConnectAccount, storage: SecretStorage, signal: AbortSignal): Promise<Done> {
    const connected = await connectNewAccount({
      ...this.#options,
      begin: (plan) => this.#current.begin(plan, storage),
      connect: (call) => connect(call, signal),
      storage,
    });
    return connected.ok ? this.#known.enterAccount(connected.value.id) : { error: connected.error };
  }

  async #connectAgain(
    open: OpenWorkspace<P>,
    connect: ConnectAccount,
    storage: SecretStorage,
    signal: AbortSignal,
  ): Promise<Done> {
    const { secrets } = this.#options;
    const before = secrets.storageOf(open.id);
    secrets.prefer(open.id, storage);
    const connected = await connect((method, input) => open.call(method, input), signal);
    if (connected.ok) return {};
    secrets.prefer(open.id, before);
    return { error: connected.error };
  }
}
