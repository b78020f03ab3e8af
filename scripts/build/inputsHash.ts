import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../projectFolder.ts';

const folders = ['shared', 'src-main', 'src-renderer', 'assets', 'scripts/build'];
const files = ['package.json', 'package-lock.json', 'vite.renderer.config.ts', 'vite.node.config.ts'];

/** Hash of the names and contents of all files that go into the bundles. */
export async function inputsHash(): Promise<string> {
  const listed = await Promise.all(folders.map(filesBelow));
  const hash = createHash('sha256');
  for (const name of [...files, ...listed.flat().sort()]) {
    const content = await readFile(join(projectFolder, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(projectFolder, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length + 1));
}
