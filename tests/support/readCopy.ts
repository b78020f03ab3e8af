import { dirname } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEngine } from '#engine/engine.ts';
import type { TestEngine } from './startTestEngine.ts';
import { testOptions } from './testOptions.ts';

/** Reads a file with an engine that has a token and the address of the simulator, and must use neither. */
export function readCopy({ simulator, clock }: TestEngine, file: string) {
  const opened = createEngine({
    ...testOptions,
    dataDir: dirname(file),
    readOnly: file,
    xUrl: simulator.url,
    clock,
    log: () => {},
    pollSeconds: 1,
    timeoutMs: 400,
  });
  if (opened.ok) onTestFinished(opened.value.stop);
  return opened;
}
