import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Log } from '../base/log.ts';
import { AccountId } from './knownAccounts.ts';
import { workspaceDir } from './workspacePlan.ts';

/** Before the name of a folder that is being deleted: it is no account any more, whatever is left of it. */
const DOOMED = 'removing-';

/**
 * Deletes the folder of a workspace whose engine has stopped. First it gets a name by which it counts as no account, in one
 * step, so that an end in the middle leaves no half of one; `finishRemovals` deletes the rest at the next start.
 */
export async function removeFolder(userData: string, id: string): Promise<void> {
  const doomed = path.join(userData, 'workspaces', `${DOOMED}${AccountId.parse(id)}`);
  await rm(doomed, { recursive: true, force: true });
  await rename(workspaceDir(userData, id), doomed);
  await rm(doomed, { recursive: true, force: true });
}

/** Deletes what an interrupted removal has left, and the picture cache with it. Never rejects. */
export async function finishRemovals(userData: string, cacheDir: string, log: Log): Promise<void> {
  try {
    const dir = path.join(userData, 'workspaces');
    const left = (await readdir(dir).catch(() => [])).filter((name) => name.startsWith(DOOMED));
    if (left.length === 0) return;
    for (const name of left) await rm(path.join(dir, name), { recursive: true, force: true });
    await rm(cacheDir, { recursive: true, force: true });
    log('account.removalFinished');
  } catch (refusal) {
    log('account.removalFailed', { reason: String(refusal) });
  }
}

/** The size of a folder with everything in it, in bytes; what cannot be read counts as nothing. */
export async function sizeOf(dir: string): Promise<number> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = files.map((entry) =>
    stat(path.join(entry.parentPath, entry.name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
