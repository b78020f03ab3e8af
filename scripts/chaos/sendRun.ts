import { startEngineProcess } from './engineProcess.ts';
import { finishRun } from './finishRun.ts';
import { advanceClock, createScenario, pause } from './scenario.ts';
import type { Tally } from './tally.ts';
import { retryAtOnce, sendReplies, writeMessages } from './workload.ts';

const PEOPLE = 10;
/** Ends the run for an engine that does not respond; the tally then shows it as broken. */
const MAX_STEPS = 200;

/** One run without kills: sends at least `sends` replies through random faults. */
export async function sendRun(seed: number, sends: number, script: string): Promise<Tally> {
  const scenario = await createScenario(seed, PEOPLE);
  const { clock, dir, url } = scenario;
  try {
    const engine = await startEngineProcess(script);
    engine.open({ dataDir: dir, xUrl: url, offsetMs: clock.offsetMs() });
    while (scenario.written.size < PEOPLE) writeMessages(scenario, `0.${scenario.written.size}`);
    await engine.call('capture.pollNow', {});
    for (let step = 0; scenario.requested.size < sends && step < MAX_STEPS; step += 1) {
      await sendReplies(scenario, engine, String(step), 0.8);
      if (scenario.random() < 0.3) await retryAtOnce(scenario, engine);
      advanceClock(scenario, engine, Math.floor(scenario.random() * 20_000));
      await pause(2);
    }
    return await finishRun(scenario, engine);
  } finally {
    await scenario.close();
  }
}
