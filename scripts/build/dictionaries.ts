import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dictionaries } from '../../src-main/shell/spelling/dictionaries.ts';
import { projectFolder } from '../projectFolder.ts';

/** The npm packages whose dictionaries ship with Perch. */
export const dictionaryPackages: readonly string[] = Object.values(dictionaries).flat();

/** What is taken of each: the dictionary, and its licence, which belongs beside it. */
const files = ['index.aff', 'index.dic', 'license'];

/** Copies the dictionaries into a folder, one folder per package. */
export async function copyDictionaries(folder: string): Promise<void> {
  for (const name of dictionaryPackages) {
    await mkdir(join(folder, name), { recursive: true });
    const from = join(projectFolder, 'node_modules', name);
    await Promise.all(files.map((file) => cp(join(from, file), join(folder, name, file))));
  }
}
