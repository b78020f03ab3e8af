import { cpSync, existsSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { STORE_FILE } from '#engine/store/open.ts';
import { readOutboxTexts } from './crashPoint.ts';
import { copyOf, type Rollback, type Scenario } from './scenario.ts';

/**
 * Between two engines, sets the store back to an older state in some runs: puts a copy of the folder back, or cuts the write-ahead log off
 * at a random byte, as a power failure can. Then keeps a copy of the folder for a later call.
 */
export function rollBack(scenario: Scenario): void {
  const { random, dir } = scenario;
  const chance = random();
  if (chance < 0.4 && existsSync(copyOf(dir))) apply(scenario, 'putBack', () => copyFolder(copyOf(dir), dir));
  else if (chance >= 0.4 && chance < 0.6) cutWal(scenario);
  if (random() < 0.7) copyFolder(dir, copyOf(dir));
}

function cutWal(scenario: Scenario): void {
  const wal = join(scenario.dir, `${STORE_FILE}-wal`);
  const size = existsSync(wal) ? statSync(wal).size : 0;
  if (size === 0) return;
  // Mostly the last commits: with all of the log, an engine starts anew.
  const kept = scenario.random() < 0.7 ? 1 - 0.2 * scenario.random() : scenario.random();
  apply(scenario, 'tornWal', () => truncateSync(wal, Math.floor(kept * size)));
}

function apply(scenario: Scenario, kind: Rollback, change: () => void): void {
  const { dir, requested, confirmed, forgotten, rollbacks } = scenario;
  change();
  rollbacks.push({ at: Date.now(), kind });
  const left = readOutboxTexts(dir);
  for (const text of requested.keys()) {
    if (left.has(text)) continue;
    forgotten.add(text);
    confirmed.delete(text);
  }
}

function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}
