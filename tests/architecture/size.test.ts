import { expect, it } from 'vitest';
import { productFolders, readModules } from './sourceTree.ts';

const modules = readModules();
const everything = readModules([...productFolders, 'scripts', 'tools', 'tests', 'bench']);

it('keeps every file below 300 lines', () => {
  const long = everything.filter(({ lines }) => lines > 300);
  expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
});

it('keeps every function of the product below 40 lines', () => {
  const functions = modules.flatMap((module) =>
    module.functions.map((one) => ({ ...one, file: module.file })),
  );
  expect(functions.length).toBeGreaterThan(1_000);
  const long = functions.filter(({ lines }) => lines > 40);
  expect(long.map(({ file, firstLine, lines }) => `${file}:${firstLine} has ${lines} lines`)).toEqual([]);
});
