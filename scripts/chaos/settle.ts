import type { OutboxEntry } from '#shared/domain/reply.ts';
import type { EngineProcess } from './engineProcess.ts';
import { moveOn, pause, type Story } from './story.ts';

/** How many steps of the clock it may take until all is at its end. */
const MOST_STEPS = 400;
const STEP_MS = 30_000;
/** How long an agent thinks before sending something again that may have arrived. */
const THINKING_MS = 180_000;

/**
 * Lets X be well again and an agent decide what is asked, until every answer is sent. The answer is how much was asked, or
 * null where the engine could not capture.
 */
export async function settle(story: Story, engine: EngineProcess): Promise<number | null> {
  story.control.clearFaults();
  if (!(await captureAll(story, engine))) return null;
  let asked = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const entries = (await engine.call('outbox.list', {}))?.items ?? [];
    const open = entries.filter(({ state }) => state !== 'sent');
    if (open.length === 0) break;
    const undecided = open.filter(isUndecided);
    if (undecided.length > 0) {
      asked += undecided.filter(({ state }) => state === 'unknown').length;
      moveOn(story, engine, THINKING_MS);
      await pause(1);
    }
    for (const entry of undecided) await decide(engine, entry);
    moveOn(story, engine, STEP_MS);
    await pause(2);
  }
  return asked;
}

// A round that broke off is repeated; limits pass with time.
async function captureAll(story: Story, engine: EngineProcess): Promise<boolean> {
  for (let round = 0; round < MOST_STEPS; round += 1) {
    const polled = await engine.call('capture.pollNow', {});
    if (polled && polled.failures.length === 0) return true;
    moveOn(story, engine, STEP_MS);
  }
  return false;
}

function isUndecided({ state, error }: OutboxEntry): boolean {
  if (state === 'unknown') return error?.code === 'outcomeUnknown' && error.looks >= 3;
  return state === 'refused' || error?.code === 'lookAgain';
}

async function decide(engine: EngineProcess, { id, state }: OutboxEntry): Promise<void> {
  await engine.call(state === 'held' ? 'outbox.confirm' : 'outbox.retry', { id });
}
