import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { err, ok, type Result } from '#shared/result.ts';
import { checkScenario } from './checkScenario.ts';
import type { Scenario } from './scenario.ts';

/** A scenario from a file, and where its pictures are. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  readonly photosDir: string;
}

/** Reads a scenario file; the sentences say what is wrong with it. */
export function loadScenario(path: string): Result<LoadedScenario, readonly string[]> {
  const value = readJsonFile(path);
  if (!value.ok) return err([value.error]);
  const checked = checkScenario(value.value);
  if (!checked.ok) return checked;
  return ok({ scenario: checked.value, photosDir: resolve(dirname(path), checked.value.photos) });
}

function readJsonFile(path: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    return err(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
