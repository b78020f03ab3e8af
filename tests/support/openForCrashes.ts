import { onTestFinished } from 'vitest';
import { startSimulator } from '#simulator/simulator.ts';
import { testFolder } from './openTestDb.ts';
import { spawnEngine } from './spawnEngine.ts';

/** A folder and an X for engines that can be killed. */
export async function openForCrashes() {
  const simulator = await startSimulator({ limits: false });
  onTestFinished(() => simulator.close());
  const dir = testFolder();
  const start = async () => {
    const engine = spawnEngine(['--data', dir, '--x-url', simulator.url, '--poll-seconds', '0']);
    onTestFinished(() => engine.kill());
    await engine.call('capture.status', {});
    return engine;
  };
  return { dir, control: simulator.control, start };
}
