import type { WorkspaceState } from '#shared/contract/shell.ts';
import type { StateStore } from '../preferences/stateStore.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { CurrentWorkspace, Done } from './currentWorkspace.ts';
import { type KnownAccount, listAccounts } from './knownAccounts.ts';
import type { WorkspacePlan } from './openWorkspace.ts';
import { DEMO_ID, toAccountPlan, toDemoPlan } from './plans.ts';

export interface KnownWorkspacesOptions {
  readonly userData: string;
  /** Who works here until somebody sets another name. */
  readonly agentName: string;
  /** Stands in for X; null for X itself. */
  readonly xUrl: string | null;
  readonly state: StateStore;
  readonly secrets: Secrets;
}

/** The workspaces that this machine knows: the demo, and one for each account that was connected. */
export class KnownWorkspaces<P> {
  readonly #options: KnownWorkspacesOptions;
  readonly #current: CurrentWorkspace<P>;

  constructor(options: KnownWorkspacesOptions, current: CurrentWorkspace<P>) {
    this.#options = options;
    this.#current = current;
  }

  accounts(): readonly KnownAccount[] {
    return listAccounts(this.#options.userData);
  }

  /** Opens what was opened last; changes nothing on the first run. */
  async enterLast(): Promise<Done> {
    const { lastOpened } = this.#options.state.get();
    if (lastOpened === null) return {};
    return lastOpened === DEMO_ID ? this.enterDemo() : this.enterAccount(lastOpened);
  }

  enterDemo(): Promise<Done> {
    return this.#enter(toDemoPlan(this.#options.userData), { kind: 'demo' });
  }

  /** Opens the workspace of an account; an unknown one changes nothing. */
  async enterAccount(id: string): Promise<Done> {
    const account = this.accounts().find((known) => known.id === id);
    if (!account) return {};
    const login = await this.#options.secrets.load(id);
    const plan = toAccountPlan({ ...this.#options, id, login });
    return this.#enter(plan, { kind: 'account', handle: account.handle });
  }

  #enter(plan: WorkspacePlan, whenOpen: WorkspaceState): Promise<Done> {
    this.#options.state.set({ lastOpened: plan.id });
    return this.#current.enter(plan, whenOpen);
  }
}
