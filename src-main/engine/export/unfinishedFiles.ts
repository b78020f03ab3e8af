import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { type FileHandle, lstat, open, stat, unlink } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { EngineContext } from '../context/context.ts';
import { writePrivateFile } from '../store/privateFiles.ts';
import { getStoreError } from '../store/storeHealth.ts';

type Context = Pick<EngineContext, 'db' | 'dataDir'>;

/** The name of the record's file inside a workspace folder. */
export const EXPORTS_FILE = 'exports.json';

/** Files of disks that never come back. */
const MOST = 50;

/** By eight random digits and by being in the record, a file is known to be Perch's. */
const OwnFile = z.string().refine((file) => isAbsolute(file) && /\.[0-9a-f]{8}\.unfinished$/.test(file));

const Files = z.array(z.unknown());

/** What this process is writing. */
const writing = new Set<string>();

/** A new name beside `path`, under which a file is written before it gets that name. */
export const toUnfinished = (path: string): string => `${path}.${randomBytes(4).toString('hex')}.unfinished`;

/**
 * Creates a file, after recording in the workspace's folder that a kill would leave it; not in one that is only read, or on a read-only disk.
 * Throws if it cannot be created.
 */
export async function createFile({ db, dataDir }: Context, file: string): Promise<FileHandle> {
  writing.add(file);
  if (getStoreError(db)?.code !== 'readOnly') change(dataDir, (files) => [...files, file].slice(-MOST));
  try {
    return await open(file, 'wx', 0o600);
  } catch (cause) {
    writing.delete(file);
    forget(dataDir, file);
    throw cause;
  }
}

/** Deletes what `createFile` created unless it was renamed, and forgets it. What cannot be deleted now is left to the next engine. */
export async function endFile({ dataDir }: Context, file: string): Promise<void> {
  if (!writing.has(file)) return;
  const isGone = await deleteOwn(file);
  writing.delete(file);
  if (isGone) forget(dataDir, file);
}

/**
 * Deletes what exports of earlier engines of this workspace left that were killed, until the signal is aborted. Only a recorded file is
 * touched, and never a link or a folder that has its name by now. One whose folder is away, as on a disk that is not connected, is tried again.
 */
export async function deleteLeftFiles(dir: string, signal: AbortSignal): Promise<void> {
  for (const file of readRecord(dir).filter((recorded) => !writing.has(recorded))) {
    const isGone = await deleteOwn(file);
    if (signal.aborted) return;
    if (isGone) forget(dir, file);
  }
}

/** Returns false if there may still be a file. */
async function deleteOwn(file: string): Promise<boolean> {
  try {
    const found = await lstat(file);
    if (found.isFile()) await unlink(file);
    return true;
  } catch (cause) {
    return isMissing(cause) && (await hasFolder(file));
  }
}

const hasFolder = async (file: string) =>
  await stat(dirname(file)).then(
    (folder) => folder.isDirectory(),
    () => false,
  );

const isMissing = (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

function forget(dir: string, file: string): void {
  if (readRecord(dir).includes(file)) change(dir, (files) => files.filter((other) => other !== file));
}

/** Changes the record as far as the disk allows. */
function change(dir: string, to: (files: readonly string[]) => readonly string[]): void {
  const record = join(dir, EXPORTS_FILE);
  const files = to(readRecord(dir));
  try {
    if (files.length > 0) writePrivateFile(record, Buffer.from(`${JSON.stringify(files, null, 1)}\n`));
    else rmSync(record, { force: true });
  } catch {}
}

function readRecord(dir: string): readonly string[] {
  try {
    const files = Files.parse(JSON.parse(readFileSync(join(dir, EXPORTS_FILE), 'utf8')));
    return files.flatMap((file) => OwnFile.safeParse(file).data ?? []);
  } catch {
    return [];
  }
}
