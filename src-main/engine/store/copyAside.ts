import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STORE_FILE } from './open.ts';
import { isEmptyFile } from './privateFiles.ts';

/** What the header of a file says. */
interface Header {
  readonly version: number;
  /** Whether SQLite would have to write files beside it to read it. */
  readonly hasLog: boolean;
}

/** What the first bytes of a file say; null if they are none of SQLite's. https://www.sqlite.org/fileformat.html#the_database_header */
export function readHeader(file: string): Header | null {
  const bytes = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, bytes, 0, bytes.length, 0) < bytes.length) return null;
  } finally {
    closeSync(handle);
  }
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null;
  const isWal = bytes[18] === 2 || bytes[19] === 2;
  const hasRest = ['-wal', '-journal'].some((end) => !isEmptyFile(file + end));
  return { version: bytes.readUInt32BE(60), hasLog: isWal || hasRest };
}

const ATTEMPTS = 3;

/** The path of a copy in `folder`, with what belongs to it; null if somebody keeps writing to the file meanwhile. */
export function copyAside(file: string, folder: string): string | null {
  const copy = join(folder, STORE_FILE);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = toState(file);
    for (const end of ['', '-wal', '-journal']) {
      rmSync(copy + end, { force: true });
      // Where the file system can, the copy shares its blocks with the file.
      if (existsSync(file + end)) copyFileSync(file + end, copy + end, constants.COPYFILE_FICLONE);
    }
    if (toState(file) === before) return copy;
  }
  return null;
}

const toState = (file: string): string =>
  ['', '-wal', '-journal']
    .map((end) => statSync(file + end, { bigint: true, throwIfNoEntry: false }))
    .map((stats) => `${stats?.size}:${stats?.mtimeNs}`)
    .join(' ');

/** A new folder that only its owner can read, for a private copy. */
export const makeFolderAside = (): string => mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`));

const FOLDER = 'perch-reading-';

/** Deletes the private copies that processes left which were killed. */
export function removeLeftCopies(): void {
  const named = new RegExp(`^${FOLDER}(\\d+)-`);
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(named.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isRunning(pid)) removeFolder(join(tmpdir(), name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Another user's process, which may not be signalled, runs.
    return cause instanceof Error && 'code' in cause && cause.code !== 'ESRCH';
  }
}

/** Deletes the folder of a private copy; one that cannot be deleted now is once its process has ended. */
export function removeFolder(folder: string | null): void {
  try {
    if (folder) rmSync(folder, { recursive: true, force: true });
  } catch {}
}
