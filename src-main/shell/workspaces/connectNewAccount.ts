import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { SecretStorage } from '../../../shared/contract/shell.ts';
import type { Account } from '../../../shared/domain/account.ts';
import type { AppError } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { EngineClient } from '../../../shared/rpc/client.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { type KnownAccount, listAccounts, writeAccount } from './knownAccounts.ts';
import type { OpenWorkspace, WorkspacePlan } from './openWorkspace.ts';
import { toAccountPlan, workspaceDir } from './plans.ts';

/** How an account gets connected, by whatever needs the engine of its workspace. */
export type ConnectAccount = (call: EngineClient['call']) => Promise<Result<Account, AppError>>;

interface NewAccount<P> {
  readonly userData: string;
  readonly agentName: string;
  readonly xUrl: string | null;
  readonly secrets: Secrets;
  readonly storage: SecretStorage;
  readonly begin: (plan: WorkspacePlan) => OpenWorkspace<P>;
  readonly connect: ConnectAccount;
}

/**
 * Connects an account in a new workspace and remembers it. An account that is known already keeps the workspace it had
 * and only gets the new login; a failure leaves nothing behind.
 */
export async function connectNewAccount<P>(facts: NewAccount<P>): Promise<Result<KnownAccount, AppError>> {
  const id = `account-${randomUUID()}`;
  const connected = await connectIn(id, facts);
  if (!connected.ok) {
    await forget(id, facts);
    return connected;
  }
  const known = listAccounts(facts.userData).find((account) => account.xId === connected.value.id);
  if (known) {
    await moveLogin(id, known.id, facts);
    await forget(id, facts);
    return ok(known);
  }
  const account = { id, xId: connected.value.id, handle: connected.value.handle };
  writeAccount(facts.userData, account);
  return ok(account);
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

async function moveLogin<P>(from: string, to: string, { secrets, storage }: NewAccount<P>): Promise<void> {
  const login = await secrets.load(from);
  if (login) await secrets.save(to, login, storage);
}

async function forget<P>(id: string, { secrets, userData }: NewAccount<P>): Promise<void> {
  await secrets.remove(id);
  await rm(workspaceDir(userData, id), { recursive: true, force: true });
}
