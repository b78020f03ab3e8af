import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import lock from '../../package-lock.json' with { type: 'json' };
import { projectFolder } from '../projectFolder.ts';
import { dictionaryPackages } from './dictionaries.ts';
import { BundledPackage, findMisplaced, toThirdPartyNotices } from './thirdPartyNotices.ts';

/** Folder of the lists of bundled packages, one per bundle, that the Vite configurations write. */
const listsName = '.licences';

/** Writes THIRD-PARTY-NOTICES.txt for the bundles in `folder` and the packages beside them, and removes the lists. */
export async function writeNotices(folder: string): Promise<void> {
  const beside = ['better-sqlite3', ...dictionaryPackages];
  const packages = [...(await readLists(folder)), ...(await Promise.all(beside.map(readPackage)))];
  const misplaced = findMisplaced(packages, lock.packages);
  if (misplaced.length > 0)
    throw new Error(`bundled, but not among "dependencies" in package.json: ${misplaced.join(', ')}`);
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), toThirdPartyNotices(packages));
}

async function readLists(folder: string): Promise<readonly BundledPackage[]> {
  const found = await readdir(folder, { recursive: true });
  const lists = found.filter((path) => path.includes(listsName) && path.endsWith('.json'));
  const read = await Promise.all(
    lists.map(async (path) =>
      z.array(BundledPackage).parse(JSON.parse(await readFile(join(folder, path), 'utf8'))),
    ),
  );
  const folders = new Set(
    lists.map((path) => join(folder, path.slice(0, path.indexOf(listsName)), listsName)),
  );
  await Promise.all([...folders].map((path) => rm(path, { recursive: true })));
  return read.flat();
}

/** Reads a package that is not bundled but lies beside the bundles. */
async function readPackage(name: string): Promise<BundledPackage> {
  const folder = join(projectFolder, 'node_modules', name);
  const { version, license } = z
    .object({ version: z.string(), license: z.string() })
    .parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  const file = (await readdir(folder)).find((name) => name.toUpperCase() === 'LICENSE') ?? 'LICENSE';
  return { name, version, identifier: license, text: await readFile(join(folder, file), 'utf8') };
}
