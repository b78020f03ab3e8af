import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type Module, projectRoot, readModules, resolveImport } from './sourceTree.ts';

/** Which folders the files of a folder may import from, and which packages they may not or only. */
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
    packages: (name) => name === 'zod' || name === 'twitter-text',
  },
  {
    folder: 'src-main/engine/',
    mayReach: ['src-main/engine/', 'shared/'],
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
      .filter((specifier) => !allowed(wall, file, specifier))
      .map((specifier) => `${file} imports ${specifier}`),
  );
}

function allowed(wall: Wall, file: string, specifier: string): boolean {
  const target = resolveImport(file, specifier);
  if (!/^[.#]/.test(specifier)) return wall.packages(specifier);
  return wall.mayReach.some((folder) => target.startsWith(folder));
}

function importersOf(name: string): string[] {
  return modules.filter(({ imports }) => imports.includes(name)).map(({ file }) => file);
}

function cycles(): string[] {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (module: Module, trail: readonly string[]) => {
    if (trail.includes(module.file)) {
      found.push([...trail.slice(trail.indexOf(module.file)), module.file].join(' -> '));
      return;
    }
    if (done.has(module.file)) return;
    for (const specifier of module.imports) {
      const next = byFile.get(resolveImport(module.file, specifier));
      if (next) visit(next, [...trail, module.file]);
    }
    done.add(module.file);
  };
  for (const module of modules) visit(module, []);
  return found;
}

describe('the import walls', () => {
  it('are checked over every source file that git knows', () => {
    const tracked = execFileSync('git', ['ls-files', 'shared', 'src-main', 'src-renderer'], {
      cwd: projectRoot,
      encoding: 'utf8',
    })
      .split('\n')
      .filter((file) => /\.tsx?$/.test(file));
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.length).toBeGreaterThanOrEqual(tracked.length);
  });

  it.each(walls)('hold around $folder', (wall) => {
    expect(modules.some(({ file }) => file.startsWith(wall.folder))).toBe(true);
    expect(breaches(wall)).toEqual([]);
  });

  it('leave every source file inside one of the walls', () => {
    const outside = modules.filter(({ file }) => !walls.some(({ folder }) => file.startsWith(folder)));
    expect(outside.map(({ file }) => file)).toEqual([]);
  });

  it('keep twitter-api-v2 inside src-main/engine/x', () => {
    const importers = importersOf('twitter-api-v2');
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((file) => !file.startsWith('src-main/engine/x/'))).toEqual([]);
  });

  it('keep better-sqlite3 inside src-main/engine/store', () => {
    const importers = importersOf('better-sqlite3');
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((file) => !file.startsWith('src-main/engine/store/'))).toEqual([]);
  });

  it('let no module import itself over a circle', () => {
    expect(cycles()).toEqual([]);
  });
});
