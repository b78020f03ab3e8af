import { rm } from 'node:fs/promises';
import type { AppError } from '#shared/errors.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { Log } from '../base/log.ts';
import type { StateStore } from '../preferences/stateStore.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { removeFolder, sizeOf } from './removeAccount.ts';
import { workspaceDir } from './workspacePlan.ts';

interface Options {
  readonly userData: string;
  /** The folder of the picture cache, which all accounts share. */
  readonly cacheDir: string;
  readonly secrets: Pick<Secrets, 'remove'>;
  readonly state: StateStore;
  readonly log: Log;
}

/** What the removal of an account deletes, in bytes. */
export interface AccountSizes {
  readonly workspaceBytes: number;
  readonly cacheBytes: number;
}

export async function getAccountSizes({ userData, cacheDir }: Options, id: string): Promise<AccountSizes> {
  const [workspaceBytes, cacheBytes] = await Promise.all([
    sizeOf(workspaceDir(userData, id)),
    sizeOf(cacheDir),
  ]);
  return { workspaceBytes, cacheBytes };
}

/** Deletes the login of an account whose engine has stopped. Returns why it could not be deleted. */
export async function forgetLogin({ secrets, userData, log }: Options, id: string): Promise<AppError | null> {
  try {
    await secrets.remove(id);
    log('account.loggedOut');
    return null;
  } catch (refusal) {
    return toError(refusal, workspaceDir(userData, id));
  }
}

/**
 * Deletes an account from this machine: its login, its workspace and the picture cache, in this order. Its engine must have
 * stopped. Returns why something could not be deleted; the login is gone even then.
 */
export async function deleteAccount(options: Options, id: string): Promise<AppError | null> {
  const { userData, cacheDir, secrets, state, log } = options;
  const dir = workspaceDir(userData, id);
  try {
    await secrets.remove(id);
    await removeFolder(userData, id);
    await rm(cacheDir, { recursive: true, force: true });
  } catch (refusal) {
    log('account.removalFailed', { reason: String(refusal) });
    return toError(refusal, dir);
  }
  const { [id]: _place, ...places } = state.get().places;
  const { [id]: _login, ...lastLogins } = state.get().lastLogins;
  state.set({ places, lastLogins });
  log('account.removed');
  return null;
}

const toError = (refusal: unknown, file: string): AppError => ({
  code: 'storeUnwritable',
  file,
  detail: toErrorMessage(refusal),
});
