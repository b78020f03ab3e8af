import type { Plugin } from 'vite';
import { lazy } from './lazy.ts';

/** Those that take milliseconds to load, and that a start does not need. */
const slow = 'https?|zlib|crypto';

/** Has a bundle load these modules of Node when they are first used. */
export function lazyBuiltins(): Plugin {
  return {
    name: 'perch:lazy-builtins',
    renderChunk: (code) => ({ code: toLazyBuiltins(code), map: null }),
  };
}

/** The code of a CommonJS bundle, line by line, that loads these modules when they are first used. */
export function toLazyBuiltins(code: string): string {
  const loads = new RegExp(
    `^let (\\S+) = require\\("((?:node:)?(?:${slow}))"\\);(?:\\n\\1 = __toESM\\(\\1(, 1)?\\);)?`,
    'gm',
  );
  const helper = `const __lazyBuiltin = ${lazy.toString().replaceAll('\n', ' ')};`;
  return `${helper}${code.replace(loads, toLazyLoad)}`;
}

function toLazyLoad(whole: string, variable: string, name: string, mode = ''): string {
  const load = `require("${name}")`;
  return whole.includes('\n')
    ? `let ${variable} =\n__lazyBuiltin(() => __toESM(${load}${mode}));`
    : `let ${variable} = __lazyBuiltin(() => ${load});`;
}
