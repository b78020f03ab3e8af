import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { SecretStorage } from '#shared/contract/shell.ts';
import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineClient } from '#shared/rpc/client.ts';
import type { Log } from '../base/log.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { type KnownAccount, listAccounts, writeAccount } from './knownAccounts.ts';
import type { RunningWorkspace } from './runningWorkspace.ts';
import { toAccountPlan, type WorkspacePlan, workspaceDir } from './workspacePlan.ts';

/** Connects an account through the engine of its workspace, by browser or token; `signal` cancels it. */
export type ConnectAccount = (
  call: EngineClient['call'],
  signal: AbortSignal,
) => Promise<Result<Account, AppError>>;

interface ConnectOptions<P> {
  readonly userData: string;
  readonly agentName: string;
  /** The address used instead of X; null for X itself. */
  readonly xUrl: string | null;
  readonly secrets: Secrets;
  readonly log: Log;
  /** True only proves the login: then the person is asked where it is kept, and nothing remains. */
  readonly isTrial: boolean;
  /** Where the login is kept. */
  readonly storage: SecretStorage;
  readonly startWorkspace: (plan: WorkspacePlan) => RunningWorkspace<P>;
  readonly connect: (call: EngineClient['call']) => Promise<Result<Account, AppError>>;
}

/**
 * Connects an account in a new workspace, which reads nothing before it is told how far back to begin, stops that, and
 * returns the account. An account that is already known keeps its workspace and gets the new login only. On failure nothing
 * remains of the new workspace.
 */
export async function connectNewAccount<P>(
  options: ConnectOptions<P>,
): Promise<Result<KnownAccount, AppError>> {
  const id = `account-${randomUUID()}`;
  let saved: KnownAccount | null = null;
  try {
    const connected = await connectIn(id, options);
    if (!connected.ok) return connected;
    if (options.isTrial) return err({ code: 'plainTextConsentNeeded' });
    saved = await saveAccount(id, connected.value, options);
    return ok(saved);
  } catch (refusal) {
    if (!isDiskError(refusal)) throw refusal;
    const dir = workspaceDir(options.userData, id);
    return err({ code: 'storeUnwritable', file: dir, detail: refusal.message });
  } finally {
    if (saved?.id !== id) await removeWorkspace(id, options);
  }
}

async function connectIn<P>(id: string, options: ConnectOptions<P>): Promise<Result<Account, AppError>> {
  const workspace = options.startWorkspace(toAccountPlan({ ...options, id, login: null }));
  try {
    const opened = await workspace.opened;
    if (!opened.ok) return opened;
    const call: EngineClient['call'] = (method, input) => workspace.call(method, input);
    const held = await call('capture.hold', {});
    return held.ok ? await options.connect(call) : held;
  } finally {
    await workspace.stop();
  }
}

/** Saves the account under the new id; if it is known already, moves the login to the workspace that it has. */
async function saveAccount<P>(
  id: string,
  { id: xId, handle }: Account,
  { userData, secrets, storage }: ConnectOptions<P>,
): Promise<KnownAccount> {
  const known = listAccounts(userData).find((account) => account.xId === xId);
  if (!known) {
    const account = { id, xId, handle };
    await writeAccount(userData, account);
    return account;
  }
  const login = await secrets.load(id);
  if (login) await secrets.save(known.id, login, storage);
  return known;
}

function isDiskError(refusal: unknown): refusal is NodeJS.ErrnoException {
  return refusal instanceof Error && 'syscall' in refusal;
}

/** Never rejects: without its `account.json`, a folder that cannot be removed does not count as an account. */
async function removeWorkspace<P>(id: string, { secrets, userData, log }: ConnectOptions<P>): Promise<void> {
  try {
    await secrets.remove(id);
    await rm(workspaceDir(userData, id), { recursive: true, force: true });
  } catch (refusal) {
    log('login.cleanupFailed', { id, reason: String(refusal) });
  }
}
