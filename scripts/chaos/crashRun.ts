import { createOldWorkspace } from './createOldWorkspace.ts';
import { startEngineProcess } from './engineProcess.ts';
import { finishRun } from './finishRun.ts';
import { rollBack } from './rollBack.ts';
import { pickSessionKind, runUntilKilled } from './runUntilKilled.ts';
import { createScenario } from './scenario.ts';
import type { Tally } from './tally.ts';

const PEOPLE = 4;
const MAX_SESSIONS = 3;

/** One run with kills: one to three engines work in turn and are killed, some find an older state of the store, and a last one finishes the work. */
export async function crashRun(seed: number, script: string): Promise<Tally> {
  const scenario = await createScenario(seed, PEOPLE);
  try {
    const isOldWorkspace = scenario.random() < 0.3;
    if (isOldWorkspace) createOldWorkspace(scenario);
    const sessions = 1 + Math.floor(scenario.random() * MAX_SESSIONS);
    let next = startEngineProcess(script);
    for (let session = 0; session < sessions; session += 1) {
      const engine = await next;
      next = startEngineProcess(script);
      const kind = pickSessionKind(scenario, isOldWorkspace);
      await runUntilKilled({ scenario, engine, name: String(session), kind });
      rollBack(scenario);
    }
    const engine = await next;
    engine.open({ dataDir: scenario.dir, xUrl: scenario.url, offsetMs: scenario.clock.offsetMs() });
    return await finishRun(scenario, engine);
  } finally {
    await scenario.close();
  }
}
