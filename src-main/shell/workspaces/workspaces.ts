import type { EngineInput, EngineMethod, EngineOutput } from '../../../shared/contract/engine.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { SecretStorage, ShellEvent, WorkspaceState } from '../../../shared/contract/shell.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { Log } from '../log.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { StateStore } from '../settings/stateStore.ts';
import { type ConnectAccount, connectNewAccount } from './connectNewAccount.ts';
import { type KnownAccount, listAccounts, writeAccount } from './knownAccounts.ts';
import { OpenWorkspace, type WorkspaceListeners, type WorkspacePlan } from './openWorkspace.ts';
import { DEMO_ID, toAccountPlan, toDemoPlan } from './plans.ts';
import { Turns } from './turns.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** The answer of a command that may fail. */
export interface Done {
  readonly error?: AppError | undefined;
}

export interface WorkspacesOptions<P> {
  readonly host: WorkspaceHost<P>;
  readonly userData: string;
  /** Who works here until somebody sets another name. */
  readonly agentName: string;
  /** Stands in for X; null for X itself. */
  readonly xUrl: string | null;
  readonly state: StateStore;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly tell: (event: ShellEvent) => void;
  /** The open workspace's engine answers: windows want a new port. */
  readonly onReady: (workspace: OpenWorkspace<P>) => void;
  readonly onEvent: (event: EngineEvent) => void;
  /** No workspace is open any more. */
  readonly onLeft: () => void;
}

/** The workspaces of this machine, of which at most one is open. Commands run one after the other. */
export class Workspaces<P> {
  readonly #options: WorkspacesOptions<P>;
  readonly #turns = new Turns();
  #shown: WorkspaceState = { kind: 'none' };
  #open: OpenWorkspace<P> | null = null;

  constructor(options: WorkspacesOptions<P>) {
    this.#options = options;
  }

  state(): WorkspaceState {
    return this.#shown;
  }

  current(): OpenWorkspace<P> | null {
    return this.#open;
  }

  /** Where the open workspace's X is when it is not X itself. */
  simulatorOrigin(): string | null {
    const url = this.#open?.xUrl;
    return url ? new URL(url).origin : null;
  }

  /** How the open workspace's login is kept, or how a new one would be kept without a question. */
  secretStorage(): SecretStorage {
    const id = this.#open?.id ?? null;
    return this.#options.secrets.storageOf(id === DEMO_ID ? null : id);
  }

  /** Calls the open workspace's engine. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<Result<EngineOutput<M>, AppError>> {
    return this.#open?.call(method, input) ?? Promise.resolve(err({ code: 'engineGone' }));
  }

  /** Opens what was open when Perch was last used; on the first run nothing. */
  openLast(): Promise<Done> {
    return this.#turns.run(() => this.#enterKnown(this.#options.state.get().lastOpened));
  }

  openDemo(): Promise<Done> {
    return this.#turns.run(() => this.#enterKnown(DEMO_ID));
  }

  /** The accounts that were connected on this machine. */
  accounts(): readonly KnownAccount[] {
    return listAccounts(this.#options.userData);
  }

  /** Opens the workspace of an account that was connected before; an unknown one changes nothing. */
  openAccount(id: string): Promise<Done> {
    return this.#turns.run(() => this.#enterKnown(id));
  }

  /** Connects the open account's workspace anew, or a new account where none is open. */
  connect(connect: ConnectAccount, storage: SecretStorage): Promise<Done> {
    return this.#turns.run(() => {
      const open = this.#open;
      return open && this.#shown.kind === 'account'
        ? this.#connectAgain(open, connect, storage)
        : this.#connectNew(connect, storage);
    });
  }

  /** Starts the engine again after it was given up or refused to start. */
  restartEngine(): Promise<Done> {
    return this.#turns.run(async () => {
      if (this.#shown.kind === 'failed') return this.#enterKnown(this.#options.state.get().lastOpened);
      this.#open?.restart();
      return {};
    });
  }

  /** Goes back to the first screen; nothing is deleted. */
  close(): Promise<Done> {
    return this.#turns.run(async () => {
      await this.stop();
      this.#options.state.set({ lastOpened: null });
      this.#show({ kind: 'none' });
      return {};
    });
  }

  /** Ends the engine; what was open is opened again next time. */
  async stop(): Promise<void> {
    const leaving = this.#open;
    this.#open = null;
    await leaving?.stop();
    this.#options.onLeft();
  }

  async #enterKnown(id: string | null): Promise<Done> {
    const { userData } = this.#options;
    if (id === DEMO_ID) return this.#enter(toDemoPlan(userData), { kind: 'demo' });
    const known = this.accounts().find((account) => account.id === id);
    return known ? this.#enterAccount(known) : {};
  }

  async #enterAccount(account: KnownAccount): Promise<Done> {
    const login = await this.#options.secrets.load(account.id);
    const plan = toAccountPlan({ ...this.#options, id: account.id, login });
    return this.#enter(plan, { kind: 'account', handle: account.handle });
  }

  async #enter(plan: WorkspacePlan, whenOpen: WorkspaceState): Promise<Done> {
    await this.stop();
    this.#show({ kind: 'opening' });
    this.#options.state.set({ lastOpened: plan.id });
    const workspace = this.#begin(plan);
    this.#open = workspace;
    const opened = await workspace.opened;
    if (this.#open === workspace) {
      this.#show(opened.ok ? whenOpen : { kind: 'failed', error: opened.error });
    }
    return opened.ok ? {} : { error: opened.error };
  }

  #begin(plan: WorkspacePlan, storage?: SecretStorage): OpenWorkspace<P> {
    const { secrets, log, host, tell, onReady, onEvent } = this.#options;
    const ifOpen = (run: () => void) => {
      if (this.#open === workspace) run();
    };
    const listeners: WorkspaceListeners = {
      saveTokens: async (tokens, clientId) => {
        if (!plan.simulated) await secrets.save(plan.id, { tokens, clientId }, storage);
      },
      onReady: () => ifOpen(() => onReady(workspace)),
      onEvent: (event) =>
        ifOpen(() => {
          if (event.name === 'account.connected') this.#learnHandle(plan.id, event.params.handle);
          onEvent(event);
        }),
      onStopped: (restarting) => ifOpen(() => tell({ name: 'engine.stopped', params: { restarting } })),
      onFailed: (error) => {
        log('the engine could not start', { error: error.code });
        ifOpen(() => this.#show({ kind: 'failed', error }));
      },
    };
    const workspace = new OpenWorkspace<P>(plan, host, listeners);
    return workspace;
  }

  async #connectNew(connect: ConnectAccount, storage: SecretStorage): Promise<Done> {
    const connected = await connectNewAccount({
      ...this.#options,
      begin: (plan) => this.#begin(plan, storage),
      connect,
      storage,
    });
    return connected.ok ? this.#enterAccount(connected.value) : { error: connected.error };
  }

  async #connectAgain(
    open: OpenWorkspace<P>,
    connect: ConnectAccount,
    storage: SecretStorage,
  ): Promise<Done> {
    this.#options.secrets.prefer(open.id, storage);
    const connected = await connect((method, input) => open.call(method, input));
    return connected.ok ? {} : { error: connected.error };
  }

  #learnHandle(id: string, handle: string): void {
    const known = this.accounts().find((account) => account.id === id);
    if (!known || known.handle === handle) return;
    writeAccount(this.#options.userData, { ...known, handle });
    if (this.#shown.kind === 'account') this.#show({ kind: 'account', handle });
  }

  #show(next: WorkspaceState): void {
    this.#shown = next;
    this.#options.tell({ name: 'workspace.changed', params: { workspace: next } });
  }
}
