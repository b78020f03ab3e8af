import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toCacheFile } from '#engine/codeCache.ts';
import { type CompiledBundle, compileBundle } from '#engine/compileBundle.ts';
import { testFolder } from '../support/openTestDb.ts';

const results: unknown[] = [];
Object.assign(globalThis, { toldByBundle: (result: unknown) => results.push(result) });

/** A bundle whose functions are compiled when they are called, and so are in the cache only if it was made after a run. */
function writeBundle(answer: string, file = join(testFolder(), 'main.cjs')): string {
  writeFileSync(file, `'use strict';\nconst answer = () => '${answer}';\ntoldByBundle(answer());\n`);
  return file;
}

function run(bundle: CompiledBundle): unknown {
  bundle.run();
  return results.at(-1);
}

function writeCached(answer: string): string {
  const file = writeBundle(answer);
  const bundle = compileBundle(file);
  run(bundle);
  bundle.saveCodeCache();
  return file;
}

test('a bundle runs without a code cache, and from it once it is saved', () => {
  const file = writeBundle('first');
  const before = compileBundle(file);
  expect(before.isFromCache).toBe(false);
  expect(run(before)).toBe('first');
  before.saveCodeCache();
  const after = compileBundle(file);
  expect(after.isFromCache).toBe(true);
  expect(run(after)).toBe('first');
});

test('a bundle of the same length and time does not get the code of the one before', () => {
  const file = writeCached('before');
  const { atime, mtime } = statSync(file);
  writeBundle('behind', file);
  utimesSync(file, atime, mtime);
  const bundle = compileBundle(file);
  expect(bundle.isFromCache).toBe(false);
  expect(run(bundle)).toBe('behind');
});

const damages: Record<string, (cache: Buffer) => Buffer> = {
  empty: () => Buffer.alloc(0),
  'three bytes long': (cache) => cache.subarray(0, 3),
  truncated: (cache) => cache.subarray(0, cache.length - 100),
  'longer than it was': (cache) => Buffer.concat([cache, Buffer.alloc(8)]),
  'full of zeros': (cache) => Buffer.alloc(cache.length),
  'something else': () => Buffer.from('{"not":"a code cache of V8"}'.repeat(99)),
  'changed in a bit of its code': (cache) => {
    const changed = Buffer.from(cache);
    const at = Math.floor(cache.length / 2);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    return changed;
  },
};

for (const [what, damage] of Object.entries(damages)) {
  test(`a code cache that is ${what} is ignored, and can be made anew`, () => {
    const file = writeCached('kept');
    writeFileSync(toCacheFile(file), damage(readFileSync(toCacheFile(file))));
    const bundle = compileBundle(file);
    expect(bundle.isFromCache).toBe(false);
    expect(run(bundle)).toBe('kept');
    bundle.saveCodeCache();
    expect(compileBundle(file).isFromCache).toBe(true);
  });
}

test('a code cache that V8 refuses, as of one with other flags, is ignored', () => {
  const file = writeCached('kept');
  const compile = JSON.stringify(new URL('../../src-main/engine/compileBundle.ts', import.meta.url).href);
  const program = `
    import { compileBundle } from ${compile};
    globalThis.toldByBundle = console.log;
    const bundle = compileBundle(${JSON.stringify(file)});
    console.log(bundle.isFromCache);
    bundle.run();`;
  const start = (...flags: string[]) =>
    execFileSync(process.execPath, [...flags, '--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(start()).toBe('true\nkept\n');
  expect(start('--stack-size=900')).toBe('false\nkept\n');
});

test('stack traces name the lines of the bundle', () => {
  const file = join(testFolder(), 'main.cjs');
  writeFileSync(file, "const fail = () => {\n  throw new Error('broken');\n};\nfail();\n");
  let stack: string | undefined;
  try {
    compileBundle(file).run();
  } catch (error) {
    stack = error instanceof Error ? error.stack : undefined;
  }
  expect(stack).toContain(`at fail (${file}:2:9)`);
});
