import { onTestFinished } from 'vitest';
import { startSimulator } from '#simulator/simulator.ts';
import { createAdjustableClock } from '../../scripts/chaos/adjustableClock.ts';
import { childSource, type EngineProcess, startEngineProcess } from '../../scripts/chaos/engineProcess.ts';
import { testFolder } from './openTestDb.ts';

/** Longer than a reply that was in the outbox of a killed engine waits. */
export const AFTER_WAIT_MS = 200_000;

/** An X, and engines in processes of their own that follow each other on one folder. */
export async function openWorld() {
  const clock = createAdjustableClock();
  const simulator = await startSimulator({ clock, limits: false });
  onTestFinished(() => simulator.close());
  const dir = testFolder();
  let offsetMs = 0;
  const start = async (): Promise<EngineProcess> => {
    const engine = await startEngineProcess(childSource);
    onTestFinished(() => engine.kill());
    engine.open({ dataDir: dir, xUrl: simulator.url, offsetMs });
    return engine;
  };
  const advance = (engine: EngineProcess, ms: number) => {
    offsetMs += ms;
    clock.setOffset(offsetMs);
    engine.setClock(offsetMs);
  };
  return { dir, start, advance, control: simulator.control };
}
