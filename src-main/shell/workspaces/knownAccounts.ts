import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../base/writeFileAtomic.ts';
import { workspaceDir } from './workspacePlan.ts';

/** The id of the workspace of an account, which is also the name of its folder. */
export const AccountId = z.string().regex(/^account-[0-9a-f-]{36}$/);
const AccountFile = z.object({ xId: z.string(), handle: z.string() });

/** An account that was connected on this machine. `id` is that of its workspace. */
export type KnownAccount = z.infer<typeof AccountFile> & { readonly id: string };

const FILE = 'account.json';

/** The accounts of this machine: the workspace folders with a valid `account.json`, sorted by id. */
export function listAccounts(userData: string): readonly KnownAccount[] {
  return listFolders(path.join(userData, 'workspaces'))
    .filter((name) => AccountId.safeParse(name).success)
    .flatMap((id) => readAccount(userData, id) ?? []);
}

/** Writes the `account.json` of a workspace, flushed to disk. Throws for an id that is not one of an account. */
export async function writeAccount(userData: string, { id, xId, handle }: KnownAccount): Promise<void> {
  const file = path.join(workspaceDir(userData, AccountId.parse(id)), FILE);
  await writeFileAtomic(file, JSON.stringify({ xId, handle }), { flush: true });
}

/** Updates the handle of a known account; writes nothing if the account is unknown or already has it. */
export async function updateHandle(userData: string, id: string, handle: string): Promise<void> {
  const known = listAccounts(userData).find((account) => account.id === id);
  if (known && known.handle !== handle) await writeAccount(userData, { ...known, handle });
}

function readAccount(userData: string, id: string): KnownAccount | null {
  try {
    const text = readFileSync(path.join(workspaceDir(userData, id), FILE), 'utf8');
    return { id, ...AccountFile.parse(JSON.parse(text)) };
  } catch {
    return null;
  }
}

function listFolders(dir: string): readonly string[] {
  try {
    return readdirSync(dir).sort();
  } catch {
    return [];
  }
}
