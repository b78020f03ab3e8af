import type { EngineEvent } from '#shared/contract/events.ts';
import type { SecretStorage, ShellEvent, WorkspaceState } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import type { Log } from '../base/log.ts';
import type { ProcessHost } from '../processes/processHost.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { clearPictures } from './clearPictures.ts';
import { updateHandle } from './knownAccounts.ts';
import { RunningWorkspace } from './runningWorkspace.ts';
import type { WorkspacePlan } from './workspacePlan.ts';

/** The output of a command that may fail. */
export interface CommandOutput {
  readonly error?: AppError | undefined;
}

export interface CurrentWorkspaceOptions<P> {
  readonly host: ProcessHost<P>;
  readonly userData: string;
  /** The folder of the picture cache. */
  readonly cacheDir: string;
  readonly secrets: Secrets;
  readonly log: Log;
  /** Sends an event to the window. */
  readonly send: (event: ShellEvent) => void;
  /** The engine of the open workspace accepts calls: windows need a new port. */
  readonly onReady: () => void;
  readonly onEvent: (event: EngineEvent) => void;
  /** The open workspace was closed. */
  readonly onClosed: () => void;
}

/** The open workspace, if any, and the workspace state that the window shows. */
export class CurrentWorkspace<P> {
  readonly #options: CurrentWorkspaceOptions<P>;
  /** All running workspaces: the open one, and one in which an account is being connected. */
  readonly #running = new Set<RunningWorkspace<P>>();
  #shown: WorkspaceState = { kind: 'none' };
  #open: RunningWorkspace<P> | null = null;
  #isShutDown = false;

  constructor(options: CurrentWorkspaceOptions<P>) {
    this.#options = options;
  }

  /** The state that the window shows. */
  get shown(): WorkspaceState {
    return this.#shown;
  }

  get open(): RunningWorkspace<P> | null {
    return this.#open;
  }

  /**
   * Closes the open workspace and opens another; `stateWhenOpen` is shown once it is ready and `prepare` has run.
   * Returns when it is, or why it cannot be.
   */
  async switchTo(
    plan: WorkspacePlan,
    stateWhenOpen: WorkspaceState,
    prepare: (workspace: RunningWorkspace<P>) => Promise<void> = async () => {},
  ): Promise<CommandOutput> {
    await this.close();
    if (this.#isShutDown) return { error: { code: 'engineGone' } };
    this.show({ kind: 'opening' });
    const workspace = this.start(plan);
    this.#open = workspace;
    const opened = await workspace.opened;
    if (opened.ok) await prepare(workspace);
    if (this.#open === workspace) {
      this.show(opened.ok ? stateWhenOpen : { kind: 'failed', error: opened.error });
    }
    return opened.ok ? {} : { error: opened.error };
  }

  /** Stops the open workspace. The window keeps showing the last state. */
  async close(): Promise<void> {
    const closing = this.#open;
    this.#open = null;
    await closing?.stop();
    this.#options.onClosed();
  }

  /** Stops all workspaces and prevents any other from opening. */
  async shutDown(): Promise<void> {
    this.#isShutDown = true;
    await Promise.all([this.close(), ...[...this.#running].map((workspace) => workspace.stop())]);
  }

  /**
   * Starts a workspace in the background; `storage` is where its login is kept, by default where it was kept before.
   */
  start(plan: WorkspacePlan, storage?: SecretStorage): RunningWorkspace<P> {
    const { secrets, log, host, cacheDir, send, onReady, onEvent } = this.#options;
    const ifOpen = (run: () => void) => {
      if (this.#open === workspace) run();
    };
    const workspace: RunningWorkspace<P> = new RunningWorkspace<P>(plan, host, {
      saveTokens: async (tokens, clientId) => {
        if (!plan.isSimulated) await secrets.save(plan.id, { tokens, clientId }, storage);
      },
      onReady: () => ifOpen(onReady),
      onEvent: (event) =>
        ifOpen(() => {
          if (event.name === 'account.connected' || event.name === 'account.renamed') {
            void this.#rename(plan.id, event.params.handle);
          }
          if (event.name === 'people.erased') void clearPictures(cacheDir, log);
          onEvent(event);
        }),
      onEngineCrashed: (restarting) =>
        ifOpen(() => send({ name: 'engine.stopped', params: { workspaceId: plan.id, restarting } })),
      onFailed: (error) => {
        log('engine.startFailed', { error: error.code });
        ifOpen(() => this.show({ kind: 'failed', error }));
      },
      onStopped: () => void this.#running.delete(workspace),
    });
    this.#running.add(workspace);
    return workspace;
  }

  /** Shows another state in the window. */
  show(state: WorkspaceState): void {
    this.#shown = state;
    this.#options.send({ name: 'workspace.changed', params: { workspace: state } });
  }

  /** Saves and shows the handle of an account, which may have changed on X. */
  async #rename(id: string, handle: string): Promise<void> {
    const { userData, log } = this.#options;
    try {
      await updateHandle(userData, id, handle);
    } catch (refusal) {
      log('account.saveHandleFailed', { reason: String(refusal) });
    }
    const shown = this.#shown;
    const isStale = shown.kind === 'account' && shown.handle !== handle;
    if (isStale && this.#open?.id === id) this.show({ kind: 'account', id, handle });
  }
}
