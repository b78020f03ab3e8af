import { existsSync } from 'node:fs';
import path from 'node:path';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { SecretStorage, WorkspaceState } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import { SerialQueue } from '../base/serialQueue.ts';
import type { StateStore } from '../preferences/stateStore.ts';
import type { LastLogin } from '../preferences/storedState.ts';
import type { Login } from '../secrets/secrets.ts';
import { type AccountSizes, deleteAccount, forgetLogin, getAccountSizes } from './accountsOnDisk.ts';
import { announceRestore } from './announceRestore.ts';
import { type ConnectAccount, connectNewAccount } from './connectNewAccount.ts';
import { type CommandOutput, CurrentWorkspace, type CurrentWorkspaceOptions } from './currentWorkspace.ts';
import { type KnownAccount, listAccounts } from './knownAccounts.ts';
import type { RunningWorkspace } from './runningWorkspace.ts';
import { seedDemo } from './seedDemo.ts';
import {
  DEMO_ID,
  READING_ID,
  type Replacement,
  toAccountPlan,
  toDemoPlan,
  toReadingPlan,
  withReplacement,
} from './workspacePlan.ts';

export interface WorkspacesOptions<P> extends CurrentWorkspaceOptions<P> {
  /** The agent's name until they set another. */
  readonly agentName: string;
  /** The address used instead of X for accounts; null for X itself. */
  readonly xUrl: string | null;
  readonly state: StateStore;
}

/**
 * The workspaces of this machine: the demo, and one per connected account. At most one is open. Commands run one at a
 * time, in order, and each cancels a login that is waiting for the browser. After `quit` they reject.
 */
export class Workspaces<P> {
  readonly #options: WorkspacesOptions<P>;
  readonly #current: CurrentWorkspace<P>;
  readonly #commands = new SerialQueue();
  #connecting = new AbortController();

  constructor(options: WorkspacesOptions<P>) {
    this.#options = options;
    this.#current = new CurrentWorkspace(options);
  }

  /** The state that the window shows. */
  state(): WorkspaceState {
    return this.#current.shown;
  }

  /** The open workspace, or null. */
  current(): RunningWorkspace<P> | null {
    return this.#current.open;
  }

  /** The origin of the address that the open workspace uses instead of X; null for X itself. */
  simulatorOrigin(): string | null {
    const url = this.#current.open?.xUrl;
    return url ? new URL(url).origin : null;
  }

  /** Where the login of the open workspace is kept, or where a new one would be kept without asking. */
  secretStorage(): SecretStorage {
    const id = this.#current.open?.id ?? null;
    return this.#options.secrets.storageOf(id === DEMO_ID ? null : id);
  }

  /** How the account of the open workspace was logged in last, also before a restart; null in the demo and if unknown. */
  lastLogin(): LastLogin | null {
    const { shown } = this.#current;
    return shown.kind === 'account' ? (this.#options.state.get().lastLogins[shown.id] ?? null) : null;
  }

  /** Calls the engine of the open workspace; `engineGone` if none is open. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<Result<EngineOutput<M>, AppError>> {
    return this.#current.open?.call(method, input) ?? Promise.resolve(err({ code: 'engineGone' }));
  }

  /** The accounts that were connected on this machine. */
  accounts(): readonly KnownAccount[] {
    return listAccounts(this.#options.userData);
  }

  /** Opens the workspace that was open when Perch last quit, if any. */
  openLast(): Promise<CommandOutput> {
    return this.#enqueue(() => this.#switchToLast());
  }

  openDemo(): Promise<CommandOutput> {
    return this.#enqueue(() => this.#switchToDemo());
  }

  /** Opens the workspace of a known account; does nothing for an unknown id. */
  openAccount(id: string): Promise<CommandOutput> {
    return this.#enqueue(() => this.#switchToAccount(id));
  }

  /** Opens the demo or the workspace of a known account; does nothing for an unknown id. */
  openKnown(id: string): Promise<CommandOutput> {
    return id === DEMO_ID ? this.openDemo() : this.openAccount(id);
  }

  /** Opens a file for reading. The workspace that was open before is opened again when it is closed, and at the next start. */
  openToRead(file: string): Promise<CommandOutput> {
    const plan = toReadingPlan(file, this.#options.agentName);
    const shown = { kind: 'readOnly', id: plan.id, name: path.basename(file) } as const;
    return this.#enqueue(() => this.#current.switchTo(plan, shown));
  }

  /** Whether the open workspace is a file that is only read. Its unsent replies are those of another workspace, or of another time. */
  isReadOnly(): boolean {
    return this.#current.open?.id === READING_ID;
  }

  /**
   * Connects the account of the open workspace again; if none is open, connects a new account and opens it.
   * `isTrial` only proves the login of a new account: success is the error `plainTextConsentNeeded`.
   */
  connect(connect: ConnectAccount, storage: SecretStorage, isTrial = false): Promise<CommandOutput> {
    this.cancelConnect();
    this.#connecting = new AbortController();
    const { signal } = this.#connecting;
    return this.#commands.run(() => {
      const { open, shown } = this.#current;
      return open && shown.kind === 'account'
        ? this.#reconnect(open, connect, storage, signal)
        : this.#connectNew(connect, storage, { signal, isTrial });
    });
  }

  /** Cancels a login that is waiting for the browser. */
  cancelConnect(): void {
    this.#connecting.abort();
  }

  /** Starts the engine again after it crashed too often or refused to start. */
  restartEngine(): Promise<CommandOutput> {
    return this.#enqueue(async () => {
      if (this.#current.shown.kind === 'failed') return this.#switchToLast();
      this.#current.open?.restart();
      return {};
    });
  }

  /** Opens the last workspace again, after its file was replaced if `replacement` says so. */
  reopen(replacement: Replacement = {}): Promise<CommandOutput> {
    return this.#enqueue(async () => {
      const { shown } = this.#current;
      if (shown.kind === 'readOnly') return { error: { code: 'readOnly', file: shown.name } };
      if (replacement.restore !== undefined)
        await announceRestore(this, replacement.restore, this.#options.host.clock);
      return this.#switchToLast(replacement);
    });
  }

  /**
   * Closes the open workspace and shows the first screen, or the workspace that was open before a file to read; nothing is
   * deleted.
   */
  close(): Promise<CommandOutput> {
    return this.#enqueue(() => {
      const isBack = this.isReadOnly() && this.#options.state.get().lastOpened !== null;
      return isBack ? this.#switchToLast() : this.#closeAnd(async () => null);
    });
  }

  /** Closes the workspace of the open account and forgets its login; what is stored stays. */
  logOut(): Promise<CommandOutput> {
    return this.#enqueue(async () => {
      const { shown } = this.#current;
      if (shown.kind !== 'account') return {};
      return this.#closeAnd(() => forgetLogin(this.#options, shown.id));
    });
  }

  /** How much of the disk an account takes. */
  sizes(id: string): Promise<AccountSizes> {
    return getAccountSizes(this.#options, id);
  }

  /** Stops the engine of an account if it runs, and deletes all that this machine has of the account. */
  remove(id: string, handle: string): Promise<CommandOutput> {
    return this.#enqueue(async () => {
      const account = this.accounts().find((known) => known.id === id);
      if (!account || account.handle !== handle) {
        return { error: { code: 'invalid', path: 'handle', reason: 'notThisAccount' } };
      }
      return this.#closeAnd(() => deleteAccount(this.#options, id));
    });
  }

  /** Stops everything for good, unfinished logins included. The open workspace is opened again at the next start. */
  async quit(): Promise<void> {
    this.cancelConnect();
    const closed = this.#commands.close();
    await this.#current.shutDown();
    await closed;
  }

  #enqueue(task: () => Promise<CommandOutput>): Promise<CommandOutput> {
    this.cancelConnect();
    return this.#commands.run(task);
  }

  /** Closes the open workspace, does something that must not happen while an engine runs, and shows the first screen. */
  async #closeAnd(task: () => Promise<AppError | null>): Promise<CommandOutput> {
    await this.#current.close();
    this.#options.state.set({ lastOpened: null });
    const error = await task();
    this.#current.show(error ? { kind: 'failed', error } : { kind: 'none' });
    return error ? { error } : {};
  }

  async #switchToLast(replacement: Replacement = {}): Promise<CommandOutput> {
    const { lastOpened } = this.#options.state.get();
    if (lastOpened === null) return {};
    return lastOpened === DEMO_ID
      ? this.#switchToDemo(replacement)
      : this.#switchToAccount(lastOpened, replacement);
  }

  #switchToDemo(replacement: Replacement = {}): Promise<CommandOutput> {
    const plan = withReplacement(toDemoPlan(this.#options.userData), replacement);
    const isNew = !existsSync(plan.engine.dataDir);
    return this.#switchTo(plan, { kind: 'demo', id: DEMO_ID }, async (demo) => {
      if (isNew) await this.#seedDemo(demo);
    });
  }

  /** A demo that could not be filled is worth less, but works. */
  async #seedDemo(demo: RunningWorkspace<P>): Promise<void> {
    const seeded = await seedDemo((method, input) => demo.call(method, input));
    if (!seeded.ok) this.#options.log('demo.seedFailed', { error: seeded.error.code });
  }

  async #switchToAccount(id: string, replacement: Replacement = {}): Promise<CommandOutput> {
    const account = this.accounts().find((known) => known.id === id);
    if (!account) return {};
    const login = await this.#loadLogin(id);
    const plan = withReplacement(toAccountPlan({ ...this.#options, id, login }), replacement);
    return this.#switchTo(plan, { kind: 'account', id, handle: account.handle });
  }

  /** The login of an account; remembers how it was made, for when the login itself is gone. */
  async #loadLogin(id: string): Promise<Login | null> {
    const { secrets, state } = this.#options;
    const login = await secrets.load(id);
    if (login) state.set({ lastLogins: { ...state.get().lastLogins, [id]: toLastLogin(login) } });
    return login;
  }

  #switchTo(...to: Parameters<CurrentWorkspace<P>['switchTo']>): Promise<CommandOutput> {
    const [plan] = to;
    this.#options.state.set({ lastOpened: plan.id });
    return this.#current.switchTo(...to);
  }

  async #connectNew(
    connect: ConnectAccount,
    storage: SecretStorage,
    { signal, isTrial }: { readonly signal: AbortSignal; readonly isTrial: boolean },
  ): Promise<CommandOutput> {
    const connected = await connectNewAccount({
      ...this.#options,
      isTrial,
      startWorkspace: (plan) => this.#current.start(plan, storage),
      connect: (call) => connect(call, signal),
      storage,
    });
    return connected.ok ? this.#switchToAccount(connected.value.id) : { error: connected.error };
  }

  async #reconnect(
    open: RunningWorkspace<P>,
    connect: ConnectAccount,
    storage: SecretStorage,
    signal: AbortSignal,
  ): Promise<CommandOutput> {
    const { secrets } = this.#options;
    const before = secrets.storageOf(open.id);
    secrets.setStorage(open.id, storage);
    const connected = await connect((method, input) => open.call(method, input), signal);
    if (connected.ok) {
      await this.#loadLogin(open.id);
      this.#current.show(this.#current.shown);
      return {};
    }
    secrets.setStorage(open.id, before);
    return { error: connected.error };
  }
}

function toLastLogin({ clientId }: Login): LastLogin {
  return clientId === undefined ? { by: 'token' } : { by: 'browser', clientId };
}
