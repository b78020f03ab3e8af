import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toLine } from '../builtEngine.cjs';
import { projectFolder } from '../projectFolder.ts';

const engineFolders = ['shared', 'src-main/engine', 'scripts/build'];
const folders = ['shared', 'src-main', 'src-renderer', 'assets', 'scripts/build'];
const files = ['package.json', 'package-lock.json', 'vite.renderer.config.ts', 'vite.node.config.ts'];
/** Written by each installation of packages. */
const installed = 'node_modules/.package-lock.json';

/** Hash of the names and contents of all files that go into the bundles. */
export async function inputsHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of [...files, ...(await filesBelow(folders))]) {
    const content = await readFile(join(projectFolder, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The state of all files from which the engine is built; see `isCurrent`. */
export async function toEngineSources(): Promise<string> {
  const names = [...files, installed, ...(await filesBelow(engineFolders))];
  return names.map((name) => `${toLine(projectFolder, name)}\n`).join('');
}

async function filesBelow(names: readonly string[]): Promise<readonly string[]> {
  const listed = await Promise.all(
    names.map(async (folder) => {
      const entries = await readdir(join(projectFolder, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length + 1));
    }),
  );
  return listed.flat().sort();
}
