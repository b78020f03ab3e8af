import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { findLayout, isWanted, type Layout, listParts, type Part } from './findParts.ts';
import { readFirst } from './readItems.ts';
import { AccountItem, Manifest } from './records.ts';
import { NotAnAssignment } from './splitItems.ts';
import { openZip, type SkippedEntry, type Zip, ZipDamage, type ZipProblem } from './zip/openZip.ts';

/** An open archive of X. */
export interface Archive {
  readonly zip: Zip;
  /** The folder of its files in the zip. */
  readonly folder: string;
  readonly parts: readonly Part[];
  /** Files that are not read, and why. */
  readonly skipped: readonly SkippedEntry[];
  /** When X made it; null if it does not say, or if it is only a part of what the account has. */
  readonly completeUntil: number | null;
}

/** Opens the archive of an account. Fails if the file is no archive of X, is damaged, or is that of another account. */
export async function openArchive(file: string, account: Account): Promise<Result<Archive, AppError>> {
  const zip = await openZip(file, isWanted);
  if (!zip.ok) return err(toError(file, zip.error));
  const archive = await readContents(file, zip.value, account);
  if (!archive.ok) zip.value.close();
  return archive;
}

function toError(file: string, { kind, detail }: ZipProblem): AppError {
  if (kind === 'unreadable') return { code: 'fileNotRead', file, detail };
  return { code: 'archiveNotRead', file, reason: kind, detail };
}

async function readContents(file: string, zip: Zip, account: Account): Promise<Result<Archive, AppError>> {
  const layout = findLayout(zip);
  const noArchive = { code: 'archiveNotRead', file, reason: 'noArchive', detail: '' } as const;
  if (!layout) return err(noArchive);
  try {
    const manifest = await readManifest(zip, layout);
    const owner = await findOwner(zip, layout, manifest);
    if (!owner) return err(noArchive);
    if (owner.id !== account.id)
      return err({ code: 'archiveOfOther', file, expected: account.handle, found: owner.handle });
    const { parts, missing } = listParts(zip, layout, manifest);
    const skipped = [...zip.skipped, ...missing];
    return ok({ zip, folder: layout.folder, parts, skipped, completeUntil: toCompleteUntil(manifest) });
  } catch (cause) {
    if (cause instanceof ZipDamage)
      return err({ code: 'archiveNotRead', file, reason: 'damaged', detail: cause.message });
    if (cause instanceof NotAnAssignment) return err(noArchive);
    throw cause;
  }
}

async function readManifest(zip: Zip, { manifest }: Layout): Promise<Manifest | null> {
  return manifest === null ? null : await readFirst(zip, manifest, { schema: Manifest, depth: 0 });
}

async function findOwner(
  zip: Zip,
  { account }: Layout,
  manifest: Manifest | null,
): Promise<Pick<Account, 'id' | 'handle'> | null> {
  const info = manifest?.userInfo;
  if (info) return { id: info.accountId, handle: info.userName };
  const owner = account === null ? null : await readFirst(zip, account, { schema: AccountItem, depth: 1 });
  return owner ? { id: owner.accountId, handle: owner.username } : null;
}

function toCompleteUntil(manifest: Manifest | null): number | null {
  const { generationDate, isPartialArchive } = manifest?.archiveInfo ?? {};
  const at = Date.parse(generationDate ?? '');
  return Number.isFinite(at) && !isPartialArchive ? at : null;
}
