import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { handlers } from '#engine/handlers/index.ts';
import { type EngineQuery, engineContract } from '#shared/contract/engine.ts';
import { engineEvents } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import { toContractPage } from '../../scripts/docs/contractPage.ts';

const page = readFileSync(new URL('../../docs/contract.md', import.meta.url), 'utf8');
const methods = Object.keys(engineContract);
const sections = page.split('\n').filter((line) => line.startsWith('### '));

describe('the contract', () => {
  test('has a handler for each method, and no handler for anything else', () => {
    expect(Object.keys(handlers).toSorted()).toEqual(methods.toSorted());
  });

  test('has the same files as the handlers, one for each area', () => {
    const areasIn = (folder: string, helpers: readonly string[]) =>
      readdirSync(new URL(`../../${folder}`, import.meta.url))
        .filter((file) => !helpers.includes(file))
        .toSorted();
    const areas = areasIn('shared/contract/methods', ['inputs.ts', 'method.ts']);
    expect(areas.length).toBeGreaterThan(10);
    expect(areasIn('src-main/engine/handlers', ['handlers.ts', 'index.ts', 'serve.ts'])).toEqual(areas);
  });

  test('is documented: each method, each event and each error', () => {
    expect(sections).toEqual([...methods, ...Object.keys(engineEvents)].map((name) => `### ${name}`));
    for (const { shape } of AppError.options) expect(page).toContain(`| \`${shape.code.value}\` |`);
  });

  test('docs/contract.md is up to date; `npm run docs` writes it', () => {
    expect(page).toBe(toContractPage());
  });

  test('lets the compiler tell queries from commands', () => {
    expectTypeOf<'capture.status'>().toExtend<EngineQuery>();
    expectTypeOf<'savedSearches.preview'>().not.toExtend<EngineQuery>();
    expect(engineContract['savedSearches.preview'].kind).toBe('command');
  });

  test.each(methods)('names %s as an area and a verb', (method) => {
    expect(method).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
  });
});
