import path from 'node:path';
import { type Module, resolveImport } from './sourceTree.ts';

/** An import from one folder of an area into another, with the file that has it. Folders are relative to the area. */
export interface FolderImport {
  readonly importer: string;
  readonly imported: string;
  readonly file: string;
}

/** All imports between different folders below `root`, type-only ones included. */
export function listFolderImports(modules: readonly Module[], root: string): readonly FolderImport[] {
  const folderOf = (file: string) => path.posix.relative(root, path.posix.dirname(file)) || '.';
  return modules
    .filter(({ file }) => file.startsWith(`${root}/`))
    .flatMap(({ file, imports }) =>
      imports
        .map((specifier) => resolveImport(file, specifier))
        .filter((target) => target.startsWith(`${root}/`))
        .map((target) => ({ importer: folderOf(file), imported: folderOf(target), file })),
    )
    .filter(({ importer, imported }) => importer !== imported);
}

/** The groups of folders that import each other in a circle, each group sorted by name. */
export function findCircles(imports: readonly FolderImport[]): readonly (readonly string[])[] {
  const reachable = new Map<string, ReadonlySet<string>>();
  const folders = [...new Set(imports.flatMap(({ importer, imported }) => [importer, imported]))];
  for (const folder of folders) reachable.set(folder, reach(imports, folder));
  const groups = folders
    .filter((folder) => reachable.get(folder)?.has(folder))
    .map((folder) => folders.filter((other) => isMutual(reachable, folder, other)).toSorted());
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

function reach(imports: readonly FolderImport[], from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (folder: string) => {
    for (const { importer, imported } of imports) {
      if (importer !== folder || found.has(imported)) continue;
      found.add(imported);
      visit(imported);
    }
  };
  visit(from);
  return found;
}

function isMutual(reachable: ReadonlyMap<string, ReadonlySet<string>>, a: string, b: string): boolean {
  return (reachable.get(a)?.has(b) && reachable.get(b)?.has(a)) ?? false;
}

/** The place of a folder among `layers`: the number of its layer, from the top, and the entry it belongs to; or null. */
export function findPlace(
  layers: readonly (readonly string[])[],
  folder: string,
): { readonly layer: number; readonly entry: string } | null {
  for (let part = folder; part !== '.'; part = path.posix.dirname(part)) {
    const exact = layers.findIndex((layer) => layer.includes(part));
    if (exact >= 0) return { layer: exact, entry: part };
    const wildcard = layers.findIndex((layer) => layer.includes(`${path.posix.dirname(part)}/*`));
    if (wildcard >= 0) return { layer: wildcard, entry: part };
  }
  const top = folder === '.' ? layers.findIndex((layer) => layer.includes('.')) : -1;
  return top < 0 ? null : { layer: top, entry: '.' };
}

/** The imports that climb to a higher layer or cross to another entry of the same one, and folders without a place. */
export function findBreaches(
  imports: readonly FolderImport[],
  layers: readonly (readonly string[])[],
  allowed: readonly string[],
): readonly string[] {
  return imports.flatMap(({ importer, imported, file }) => {
    const [from, to] = [findPlace(layers, importer), findPlace(layers, imported)];
    if (!from || !to) return [`${from ? imported : importer} has no place in the layers`];
    const isInside = from.entry === to.entry;
    const isWanted = allowed.includes(`${from.entry} -> ${to.entry}`);
    return isInside || isWanted || from.layer < to.layer ? [] : [`${from.entry} -> ${to.entry}: ${file}`];
  });
}
