import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startSimulator } from '#simulator/simulator.ts';
import { testFolder } from './openTestDb.ts';
import { spawnEngine } from './spawnEngine.ts';

/** X and its account, the folder of a workspace with the file of its store, and what starts engines that import into it, one after the other. */
export async function openImporter() {
  const simulator = await startSimulator({ limits: false });
  onTestFinished(() => simulator.close());
  const dir = testFolder();
  const start = () => {
    const engine = spawnEngine(['--data', dir, '--x-url', simulator.url, '--poll-seconds', '0']);
    onTestFinished(() => engine.kill());
    return engine;
  };
  return { dir, store: join(dir, 'perch.sqlite'), start, owner: simulator.control.state().account };
}
