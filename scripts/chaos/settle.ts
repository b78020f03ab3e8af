import type { OutboxEntry } from '#shared/domain/reply.ts';
import type { EngineProcess } from './engineProcess.ts';
import { advanceClock, pause, type Scenario } from './scenario.ts';
import { LATE_MS } from './workload.ts';

/** Limit of clock steps until everything is settled. */
const MAX_STEPS = 400;
const STEP_MS = 30_000;
/** How long the agent waits half of the time before resending a reply that may have been sent. */
const AGENT_DELAY_MS = 180_000;

/**
 * Ends all faults and plays the agent until every reply is sent. Returns how often the agent had to decide about a reply with
 * unknown outcome, or null if the engine could not capture.
 */
export async function settle(scenario: Scenario, engine: EngineProcess): Promise<number | null> {
  scenario.control.clearFaults();
  if (!(await captureAll(scenario, engine))) return null;
  let agentDecisions = 0;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const entries = (await engine.call('outbox.list', {}))?.items ?? [];
    const open = entries.filter(({ state }) => state !== 'sent');
    if (open.length === 0) break;
    const undecided = open.filter(needsDecision);
    if (undecided.length > 0) {
      agentDecisions += undecided.filter(({ state }) => state === 'unknown').length;
      if (scenario.random() < 0.5) advanceClock(scenario, engine, AGENT_DELAY_MS);
      await pause(1);
    }
    for (const entry of undecided) await resend(engine, entry);
    advanceClock(scenario, engine, STEP_MS);
    await pause(2);
  }
  advanceClock(scenario, engine, LATE_MS);
  return (await captureAll(scenario, engine)) ? agentDecisions : null;
}

// Repeats the poll cycle until none of its sources fails; rate limits end with time.
async function captureAll(scenario: Scenario, engine: EngineProcess): Promise<boolean> {
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const polled = await engine.call('capture.pollNow', {});
    if (polled && polled.failures.length === 0) return true;
    advanceClock(scenario, engine, STEP_MS);
  }
  return false;
}

function needsDecision({ state, error }: OutboxEntry): boolean {
  if (state === 'unknown') return error?.code === 'outcomeUnknown' && error.looks >= 3;
  return state === 'refused' || error?.code === 'lookAgain';
}

async function resend(engine: EngineProcess, { id, state }: OutboxEntry): Promise<void> {
  await engine.call(state === 'held' ? 'outbox.confirm' : 'outbox.retry', { id });
}
