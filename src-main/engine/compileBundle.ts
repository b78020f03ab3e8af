import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { readCodeCache, writeCodeCache } from './codeCache.ts';

/** A CommonJS bundle that is ready to run. */
export interface CompiledBundle {
  /** Whether V8 took its code from the cache. */
  readonly isFromCache: boolean;
  readonly run: () => void;
  /** Stores what V8 has compiled of it so far, for the next start. */
  readonly saveCodeCache: () => void;
}

/** Compiles the bundle `file`, by its code cache if there is one for it and for this V8. */
export function compileBundle(file: string): CompiledBundle {
  const bundle = readFileSync(file);
  const cachedData = readCodeCache(file, bundle);
  const source = `(function (exports, require, module, __filename, __dirname) {${bundle}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
  return {
    isFromCache: script.cachedDataRejected === false,
    run: () => {
      const module = { exports: {} };
      script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
    },
    saveCodeCache: () => writeCodeCache(file, bundle, script.createCachedData()),
  };
}
