import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What is in a file, by its ending without the dot. */
type Contents = Readonly<Record<string, Uint8Array>>;

/**
 * Writes files of one name that differ in their endings into a folder that has to be there: all of them or none, and never over a file
 * that is there; then the name gets a number. Each comes into being under a temporary name. Returns the name without the endings;
 * rejects with what the file system throws.
 */
export async function writeNewFiles(folder: string, name: string, contents: Contents): Promise<string> {
  // A disk that is not there would become an empty folder of the disk that is.
  statSync(folder);
  const endings = Object.keys(contents);
  const free = findFreeName(folder, name, endings);
  const files = Object.entries(contents).map(([ending, content]) => ({
    file: path.join(folder, `${free}.${ending}`),
    temporary: path.join(folder, `.${free}.${ending}.${randomUUID()}.tmp`),
    content,
  }));
  const made: string[] = [];
  try {
    for (const { temporary, content } of files) await writeFile(temporary, content, { flush: true });
    for (const { file, temporary } of files) {
      await reserve(file);
      made.push(file);
      await rename(temporary, file);
    }
    return free;
  } catch (refusal) {
    const left = [...made, ...files.map(({ temporary }) => temporary)];
    await Promise.all(left.map((file) => rm(file, { force: true }).catch(() => {})));
    throw refusal;
  }
}

function findFreeName(folder: string, name: string, endings: readonly string[]): string {
  const isFree = (wanted: string) =>
    endings.every((ending) => !existsSync(path.join(folder, `${wanted}.${ending}`)));
  let free = name;
  for (let number = 2; !isFree(free); number += 1) free = `${name}-${number}`;
  return free;
}

/** Creates an empty file, which fails if there is one. A rename alone would replace what came in between. */
async function reserve(file: string): Promise<void> {
  const handle = await open(file, 'wx');
  await handle.close();
}
