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
import type { OpenWorkspace, WorkspacePlan } from './runningWorkspace.ts';
import { toAccountPlan, workspaceDir } from './workspacePlan.ts';

/** How an account gets connected, by whatever needs the engine of its workspace; `signal` ends the waiting. */
export type ConnectAccount = (
  call: EngineClient['call'],
  signal: AbortSignal,
) => Promise<Result<Account, AppError>>;

interface NewAccount<P> {
  readonly userData: string;
  readonly agentName: string;
  readonly xUrl: string | null;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly storage: SecretStorage;
  readonly begin: (plan: WorkspacePlan) => OpenWorkspace<P>;
  readonly connect: (call: EngineClient['call']) => Promise<Result<Account, AppError>>;
}

/**
 * Connects an account in a new workspace and remembers it. An account that is known already keeps the workspace it had
 * and only gets the new login; a failure leaves nothing behind.
 */
export async function connectNewAccount<P>(facts: NewAccount<P>): Promise<Result<KnownAccount, AppError>> {
  const id = `account-${randomUUID()}`;
  let kept: KnownAccount | null = null;
  try {
    const connected = await connectIn(id, facts);
    if (!connected.ok) return connected;
    kept = await keepAccount(id, connected.value, facts);
    return ok(kept);
  } catch (refusal) {
    if (!isDiskRefusal(refusal)) throw refusal;
    const dir = workspaceDir(facts.userData, id);
    return err({ code: 'storeUnwritable', file: dir, detail: refusal.message });
  } finally {
    if (kept?.id !== id) await forget(id, facts);
  }
}

async function connectIn<P>(id: string, facts: NewAccount<P>): Promise<Result<Account, AppError>> {
  const workspace = facts.begin(toAccountPlan({ ...facts, id, login: null }));
  try {
    const opened = await workspace.opened;
    return opened.ok ? await facts.connect((method, input) => workspace.call(method, input)) : opened;
  } finally {
    await workspace.stop();
  }
}

/** The account as it is known from now on: under the new id, or under the one that it had. */
async function keepAccount<P>(
  id: string,
  { id: xId, handle }: Account,
  { userData, secrets, storage }: NewAccount<P>,
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

function isDiskRefusal(refusal: unknown): refusal is NodeJS.ErrnoException {
  return refusal instanceof Error && 'syscall' in refusal;
}

/** Where the disk refuses even this, what stays counts as no account. */
async function forget<P>(id: string, { secrets, userData, log }: NewAccount<P>): Promise<void> {
  try {
    await secrets.remove(id);
    await rm(workspaceDir(userData, id), { recursive: true, force: true });
  } catch (refusal) {
    log('what an unfinished login left could not be removed', { id, reason: String(refusal) });
  }
}
