import { expect, it } from 'vitest';
import { readModules } from './sourceTree.ts';

const modules = readModules();

it('keeps every source file below 300 lines', () => {
  expect(modules.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file}: ${lines}`)).toEqual(
    [],
  );
});

it('keeps nine of ten source files below 150 lines', () => {
  const long = modules.filter(({ lines }) => lines > 150);
  expect(long.length / modules.length).toBeLessThan(0.1);
});
