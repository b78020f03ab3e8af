import type { EngineEvent } from '#shared/contract/events.ts';
import type { SecretStorage, ShellEvent, WorkspaceState } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import type { Log } from '../log.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { learnHandle } from './knownAccounts.ts';
import { OpenWorkspace, type WorkspacePlan } from './openWorkspace.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** The answer of a command that may fail. */
export interface Done {
  readonly error?: AppError | undefined;
}

export interface CurrentWorkspaceOptions<P> {
  readonly host: WorkspaceHost<P>;
  readonly userData: string;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly tell: (event: ShellEvent) => void;
  /** The open workspace's engine answers: windows want a new port. */
  readonly onReady: () => void;
  readonly onEvent: (event: EngineEvent) => void;
  /** No workspace is open any more. */
  readonly onLeft: () => void;
}

/** The workspace that is open, or none, and what the window shows of it. */
export class CurrentWorkspace<P> {
  readonly #options: CurrentWorkspaceOptions<P>;
  /** All that were begun and not yet ended: the open one, and one in which an account is being connected. */
  readonly #begun = new Set<OpenWorkspace<P>>();
  #shown: WorkspaceState = { kind: 'none' };
  #open: OpenWorkspace<P> | null = null;
  #isOver = false;

  constructor(options: CurrentWorkspaceOptions<P>) {
    this.#options = options;
  }

  get shown(): WorkspaceState {
    return this.#shown;
  }

  get open(): OpenWorkspace<P> | null {
    return this.#open;
  }

  /** Leaves what was open and opens another; answers when its engine does, or why it cannot. */
  async enter(plan: WorkspacePlan, whenOpen: WorkspaceState): Promise<Done> {
    await this.leave();
    if (this.#isOver) return { error: { code: 'engineGone' } };
    this.show({ kind: 'opening' });
    const workspace = this.begin(plan);
    this.#open = workspace;
    const opened = await workspace.opened;
    if (this.#open === workspace) this.show(opened.ok ? whenOpen : { kind: 'failed', error: opened.error });
    return opened.ok ? {} : { error: opened.error };
  }

  /** Ends the engine of what is open; what is shown stays until something else is. */
  async leave(): Promise<void> {
    const leaving = this.#open;
    this.#open = null;
    await leaving?.stop();
    this.#options.onLeft();
  }

  /** Ends the engines of all that was begun, and lets no other be entered. */
  async leaveForGood(): Promise<void> {
    this.#isOver = true;
    await Promise.all([this.leave(), ...[...this.#begun].map((workspace) => workspace.stop())]);
  }

  /** Starts the engine of a workspace that nobody sees yet; `storage` says where its login is kept. */
  begin(plan: WorkspacePlan, storage?: SecretStorage): OpenWorkspace<P> {
    const { secrets, log, host, tell, onReady, onEvent } = this.#options;
    const ifOpen = (run: () => void) => {
      if (this.#open === workspace) run();
    };
    const workspace: OpenWorkspace<P> = new OpenWorkspace<P>(plan, host, {
      saveTokens: async (tokens, clientId) => {
        if (!plan.simulated) await secrets.save(plan.id, { tokens, clientId }, storage);
      },
      onReady: () => ifOpen(onReady),
      onEvent: (event) =>
        ifOpen(() => {
          if (event.name === 'account.connected') void this.#rename(plan.id, event.params.handle);
          onEvent(event);
        }),
      onStopped: (restarting) =>
        ifOpen(() => tell({ name: 'engine.stopped', params: { workspaceId: plan.id, restarting } })),
      onFailed: (error) => {
        log('the engine could not start', { error: error.code });
        ifOpen(() => this.show({ kind: 'failed', error }));
      },
      onEnded: () => void this.#begun.delete(workspace),
    });
    this.#begun.add(workspace);
    return workspace;
  }

  /** Shows the window another state. */
  show(next: WorkspaceState): void {
    this.#shown = next;
    this.#options.tell({ name: 'workspace.changed', params: { workspace: next } });
  }

  /** Follows an account that has a new handle on X. */
  async #rename(id: string, handle: string): Promise<void> {
    const { userData, log } = this.#options;
    try {
      await learnHandle(userData, id, handle);
    } catch (refusal) {
      log('the new handle of the account could not be kept', { reason: String(refusal) });
    }
    const shown = this.#shown;
    const isStale = shown.kind === 'account' && shown.handle !== handle;
    if (isStale && this.#open?.id === id) this.show({ kind: 'account', id, handle });
  }
}
