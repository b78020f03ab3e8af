import { expect, it } from 'vitest';
import { type Module, productFolders, readModules } from './sourceTree.ts';

const modules = readModules();
const everything = readModules([...productFolders, 'scripts', 'tools', 'tests', 'bench']);

/** The functions of these files with more than `limit` lines, each with its file and line. */
function longFunctions(files: readonly Module[], limit: number): readonly string[] {
  return files.flatMap(({ file, functions }) =>
    functions
      .filter(({ lines }) => lines > limit)
      .map(({ firstLine, lines }) => `${file}:${firstLine} has ${lines} lines`),
  );
}

it('has no file above 300 lines', () => {
  const long = everything.filter(({ lines }) => lines > 300);
  expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
});

it('has no function above 40 lines in the product', () => {
  // Proves that functions are found at all.
  expect(longFunctions(modules, 0).length).toBeGreaterThan(1_000);
  expect(longFunctions(modules, 40)).toEqual([]);
});
