import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { findBreaches, findCircles, findPlace, listFolderImports } from './folders.ts';
import { areas, confined } from './layers.ts';
import { projectRoot, readModules, resolveImport } from './sourceTree.ts';

/** Which folders the files of a folder may import from, and which packages. */
interface Wall {
  readonly folder: string;
  readonly mayReach: readonly string[];
  readonly packages: (name: string) => boolean;
}

const isNode = (name: string) => name.startsWith('node:');
const isElectron = (name: string) => /^electron($|\/|-)/.test(name);
const isNative = (name: string) => name === 'better-sqlite3';

const walls: readonly Wall[] = [
  {
    folder: 'shared/',
    mayReach: ['shared/'],
    packages: (name) => name === 'zod' || name === 'twitter-text' || name === 'image-dimensions',
  },
  {
    folder: 'src-main/engine/',
    mayReach: ['src-main/engine/', 'shared/', 'package.json'],
    packages: (name) => !isElectron(name),
  },
  {
    folder: 'src-main/simulator/',
    mayReach: ['src-main/simulator/', 'shared/'],
    packages: (name) => !isElectron(name) && !isNative(name),
  },
  {
    folder: 'src-main/shell/',
    mayReach: ['src-main/shell/', 'shared/'],
    packages: (name) => !isNative(name) && name !== 'twitter-api-v2',
  },
  {
    folder: 'src-renderer/',
    mayReach: ['src-renderer/', 'shared/'],
    packages: (name) => !isNode(name) && !isElectron(name) && !isNative(name) && name !== 'twitter-api-v2',
  },
];

const modules = readModules();

function breaches(wall: Wall): string[] {
  const inside = modules.filter(({ file }) => file.startsWith(wall.folder));
  return inside.flatMap(({ file, imports }) =>
    imports
      .filter((specifier) => !isAllowed(wall, file, specifier))
      .map((specifier) => `${file} imports ${specifier}`),
  );
}

function isAllowed(wall: Wall, file: string, specifier: string): boolean {
  const target = resolveImport(file, specifier);
  if (!/^[.#]/.test(specifier)) return wall.packages(specifier);
  return wall.mayReach.some((folder) => target.startsWith(folder));
}

describe('the source files', () => {
  it('are all read that git knows', () => {
    const tracked = execFileSync('git', ['ls-files', 'shared', 'src-main', 'src-renderer'], {
      cwd: projectRoot,
      encoding: 'utf8',
    })
      .split('\n')
      .filter((file) => /\.tsx?$/.test(file));
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.length).toBeGreaterThanOrEqual(tracked.length);
  });

  it('import only what exists', () => {
    const targets = modules.flatMap(({ file, imports }) =>
      imports.filter((one) => /^[.#]/.test(one)).map((one) => resolveImport(file, one.replace(/\?.*$/, ''))),
    );
    expect(targets.length).toBeGreaterThan(1_000);
    expect(targets.filter((target) => !existsSync(path.join(projectRoot, target)))).toEqual([]);
  });

  it('are all inside one of the walls', () => {
    const outside = modules.filter(({ file }) => !walls.some(({ folder }) => file.startsWith(folder)));
    expect(outside.map(({ file }) => file)).toEqual([]);
  });
});

describe('the walls', () => {
  it.each(walls)('hold around $folder', (wall) => {
    expect(modules.some(({ file }) => file.startsWith(wall.folder))).toBe(true);
    expect(breaches(wall)).toEqual([]);
  });

  it.each(confined)('keep $name inside $folder', ({ name, folder }) => {
    const importers = modules.filter(({ imports }) => imports.includes(name)).map(({ file }) => file);
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((file) => !file.startsWith(folder))).toEqual([]);
  });
});

describe.each(areas)('the folders of $root', (area) => {
  const imports = listFolderImports(modules, area.root);

  it('import from lower layers only', () => {
    expect(imports.length).toBeGreaterThan(10);
    expect(findBreaches(imports, area.layers, area.allowed ?? [])).toEqual([]);
  });

  it('form no circle', () => {
    expect(findCircles(imports)).toEqual([]);
  });

  it('are all named by a layer that exists', () => {
    const folders = modules
      .filter(({ file }) => file.startsWith(`${area.root}/`))
      .map(({ file }) => path.posix.relative(area.root, path.posix.dirname(file)) || '.');
    const entries = new Set(folders.map((folder) => findPlace(area.layers, folder)?.entry ?? `${folder}?`));
    const named = area.layers.flat().filter((entry) => !entry.endsWith('/*'));
    expect(named.filter((entry) => !entries.has(entry))).toEqual([]);
    expect([...entries].filter((entry) => entry.endsWith('?'))).toEqual([]);
  });
});

describe('the search for breaches', () => {
  const layers = [['.'], ['features/Frame'], ['features/*'], ['state'], ['ui']];
  const from = (importer: string, imported: string) => ({ importer, imported, file: `${importer}/a.ts` });

  test.each([
    ['features/Queue', 'state'],
    ['features/Frame', 'features/Queue'],
    ['features/Queue/rows', 'features/Queue'],
    ['.', 'ui'],
  ])('lets %s import %s', (importer, imported) => {
    expect(findBreaches([from(importer, imported)], layers, [])).toEqual([]);
  });

  test.each([
    ['ui', 'state'],
    ['features/Queue', 'features/Frame'],
    ['features/Queue/rows', 'features/Costs'],
    ['state', '.'],
    ['ui', 'elsewhere'],
  ])('finds that %s imports %s', (importer, imported) => {
    expect(findBreaches([from(importer, imported)], layers, [])).toHaveLength(1);
  });

  test('finds a circle of three folders', () => {
    const circle = [from('a', 'b'), from('b', 'c'), from('c', 'a'), from('c', 'd')];
    expect(findCircles(circle)).toEqual([['a', 'b', 'c']]);
  });
});
