import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../base/writeFileAtomic.ts';
import { workspaceDir } from './workspacePlan.ts';

const AccountId = z.string().regex(/^account-[0-9a-f-]{36}$/);
const AccountFile = z.object({ xId: z.string(), handle: z.string() });

/** An account that was connected once; its folder is `workspaces/<id>`. */
export type KnownAccount = z.infer<typeof AccountFile> & { readonly id: string };

const FILE = 'account.json';

/** The accounts whose folders are there; the folders themselves say whose they are. */
export function listAccounts(userData: string): readonly KnownAccount[] {
  return foldersIn(path.join(userData, 'workspaces'))
    .filter((name) => AccountId.safeParse(name).success)
    .flatMap((id) => readAccount(userData, id) ?? []);
}

/** Notes in the folder of a workspace whose it is. */
export async function writeAccount(userData: string, { id, xId, handle }: KnownAccount): Promise<void> {
  const file = path.join(workspaceDir(userData, AccountId.parse(id)), FILE);
  await writeWhole(file, JSON.stringify({ xId, handle }), { flush: true });
}

/** Notes the handle that an account has now; where it is not known, or known by that handle, nothing is written. */
export async function learnHandle(userData: string, id: string, handle: string): Promise<void> {
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

function foldersIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir).sort();
  } catch {
    return [];
  }
}
