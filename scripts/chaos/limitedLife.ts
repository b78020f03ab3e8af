import { MINUTE_MS } from '#shared/time.ts';
import type { EngineProcess } from './engineProcess.ts';
import { LEARNING_MS } from './examineLimits.ts';
import { answer, write } from './live.ts';
import { moveOn, pause, type Story } from './story.ts';
import { limit } from './trouble.ts';

const MOST_ROUNDS = 6;
/** Together less than the quarter of an hour for which X closes. */
const LONGEST_STEP_MS = MINUTE_MS;

/** Lets X refuse one kind of call for a limit, and the engine want to make it again and again, until it is gone. */
export async function limitedLife(story: Story, engine: EngineProcess, name: string): Promise<void> {
  const { random, control } = story;
  write(story, `${name}.first`);
  await engine.call('capture.pollNow', {});
  control.addFault(limit(random));
  await wantAll(story, engine, `${name}.refused`);
  await pause(LEARNING_MS);
  const rounds = 2 + Math.floor(random() * (MOST_ROUNDS - 2));
  for (let round = 0; round < rounds; round += 1) {
    moveOn(story, engine, Math.floor(random() * LONGEST_STEP_MS));
    await wantAll(story, engine, `${name}.${round}`);
    await pause(random() * 20);
  }
}

async function wantAll(story: Story, engine: EngineProcess, name: string): Promise<void> {
  write(story, name);
  await engine.call('capture.pollNow', {});
  await answer(story, engine, name, 1);
}
