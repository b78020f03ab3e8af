import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, normalizePath } from 'vite';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { compileBundle } from '#engine/compileBundle.ts';
import { lazy } from '../../../scripts/build/lazy/lazy.ts';
import { toLazyBuiltins } from '../../../scripts/build/lazy/lazyBuiltins.ts';
import { findFunctions, lazyModules } from '../../../scripts/build/lazy/lazyModules.ts';
import { toLazySchemas } from '../../../scripts/build/lazy/lazySchemas.ts';
import { testFolder } from '../../support/openTestDb.ts';

const told: string[] = [];
Object.assign(globalThis, { tellLazyTest: (what: string) => told.push(what) });

const sources = {
  'main.ts': `
    import { double, triple } from './numbers.ts';
    import { size } from './size.ts';
    const early = double;
    tellLazyTest('main runs, size is ' + size);
    tellLazyTest(String(double(1) + triple(early(2))));`,
  'numbers.ts': `
    import { log } from './log.ts';
    export interface Named { readonly name: string }
    const factor = 2;
    tellLazyTest('numbers run');
    export function double(n: number): number { return factor * n; }
    export const triple = (n: number): number => { log('tripled'); return 3 * n; };`,
  'log.ts': `
    tellLazyTest('log runs');
    export const log = (what: string): void => tellLazyTest(what);`,
  'size.ts': `
    tellLazyTest('size runs');
    export const size = 7;`,
};

test('a module that exports functions only runs when one of them is called, and once', async () => {
  const folder = testFolder();
  mkdirSync(join(folder, 'src'));
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, 'src', name), text);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [lazyModules([normalizePath(join(folder, 'src/'))])],
    build: {
      ssr: 'src/main.ts',
      outDir: 'out',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'main.cjs', codeSplitting: false } },
    },
  });
  compileBundle(join(folder, 'out/main.cjs')).run();
  expect(told).toEqual(['size runs', 'main runs, size is 7', 'numbers run', 'log runs', 'tripled', '14']);
  // V8 compiles what is in parentheses at once.
  expect(readFileSync(join(folder, 'out/main.cjs'), 'utf8')).not.toMatch(/\w\(\(\(\) => \{\s*tellLazyTest/);
});

test.each([
  ['export function a() {}\nexport const b = async () => {};\nexport type T = string;', ['a', 'b']],
  ['export async function a() {}\nexport interface I {}\nimport "./x.ts";', ['a']],
  ['export const a = 1;\nexport function b() {}', []],
  ['export const a = make();', []],
  ['export class A {}', []],
  ['export default function a() {}', []],
  ['export * from "./x.ts";\nexport function a() {}', []],
  ['export { a } from "./x.ts";', []],
  ['export type { T } from "./x.ts";\nexport function a() {}', ['a']],
  ['doIt();', []],
])('finds the functions of a module that exports nothing else: %s', (code, functions) => {
  expect(findFunctions(code)).toEqual(functions);
});

test.each([
  [
    'const A = z.object({ b: z.string() }).strict();',
    'const A = __lazy(() => z.object({ b: z.string() }).strict());',
  ],
  [
    'const A = { b: B.optional(), c: z.array(B) };',
    'const A = { b: __lazy(() => B.optional()), c: __lazy(() => z.array(B)) };',
  ],
  ['const through = id.optional();', 'const through = __lazy(() => id.optional());'],
])('makes schemas at the top level lazy: %s', (code, lazily) => {
  expect(toLazySchemas(code)).toMatch(/^import \{ lazy as __lazy \} from ".*lazy\.ts";const \w+ =/);
  expect(toLazySchemas(code).replace(/^[^;]*;/, '')).toBe(lazily);
});

test.each([
  'const make = () => z.object({});',
  'function make() { return z.object({}); }',
  'const settings = Settings.parse({});',
  'z.config({ jitless: true });',
  'const names = Object.keys(table);',
  'const cells = rows.map(toCell).filter(Boolean);',
])('leaves alone what is made later, or used at once: %s', (code) => {
  expect(toLazySchemas(code)).toBe(code);
});

test('loads slow modules of Node when they are first used, in as many lines', () => {
  const code = [
    'let node_crypto = require("node:crypto");',
    'let https = require("https");',
    'https = __toESM(https, 1);',
    'let node_fs = require("node:fs");',
  ].join('\n');
  expect(
    toLazyBuiltins(code)
      .split('\n')
      .map((line) => line.replace(/^const __lazyBuiltin = .*\};? ?\};?(?=let)/, '')),
  ).toEqual([
    expect.stringMatching(/let node_crypto = __lazyBuiltin\(\(\) => require\("node:crypto"\)\);$/),
    'let https =',
    '__lazyBuiltin(() => __toESM(require("https"), 1));',
    'let node_fs = require("node:fs");',
  ]);
});

test('a lazy schema parses, derives and is part of others as the real one, and is made once', () => {
  let made = 0;
  const Name = lazy(() => {
    made += 1;
    return z.object({ name: z.string().trim() });
  });
  const Person = lazy(() => Name.extend({ friends: z.array(Name).max(1) }));
  const Either = lazy(() =>
    z.discriminatedUnion('kind', [
      lazy(() => z.object({ kind: z.literal('a'), person: Person.optional() })),
      lazy(() => z.object({ kind: z.literal('b') })),
    ]),
  );
  expect(made).toBe(0);
  const person = { name: 'Ann', friends: [{ name: 'Bo' }] };
  expect(Either.parse({ kind: 'a', person: { name: ' Ann ', friends: [{ name: 'Bo ' }] } })).toEqual({
    kind: 'a',
    person,
  });
  expect(
    Either.safeParse({ kind: 'a', person: { name: 'Ann', friends: [1] } }).error?.issues[0]?.path,
  ).toEqual(['person', 'friends', 0]);
  expect(Person.shape.name.safeParse(1).success).toBe(false);
  expect(Person.safeParse({}).success).toBe(false);
  expect(Name instanceof z.ZodObject).toBe(true);
  expect(made).toBe(1);
});
