import { expect, it } from 'vitest';
import { type Module, productFolders, readModules } from './sourceTree.ts';

const modules = readModules();
const everything = readModules([...productFolders, 'scripts', 'tools', 'tests', 'bench']);

/** The functions of these files that have more lines than `limit`, each by its place. */
function longFunctions(files: readonly Module[], limit: number): readonly string[] {
  return files.flatMap(({ file, functions }) =>
    functions
      .filter(({ lines }) => lines > limit)
      .map(({ firstLine, lines }) => `${file}:${firstLine} has ${lines} lines`),
  );
}

it('keeps every file below 300 lines', () => {
  const long = everything.filter(({ lines }) => lines > 300);
  expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
});

it('keeps nineteen of twenty files of the product below 150 lines', () => {
  const long = modules.filter(({ lines }) => lines > 150);
  expect(long.length / modules.length).toBeLessThan(0.05);
});

it('keeps functions below 15 lines for the most part', () => {
  const all = longFunctions(modules, 0).length;
  expect(all).toBeGreaterThan(1_000);
  expect(longFunctions(modules, 15).length / all).toBeLessThan(0.125);
});

it('lets no function be longer than 40 lines', () => {
  expect(longFunctions(modules, 40)).toEqual([]);
});
