import { bringToItsEnd } from './chaosRun.ts';
import { startEngineProcess } from './engineProcess.ts';
import type { Figures } from './figures.ts';
import { answer, write } from './live.ts';
import { beginStory, moveOn, pause } from './story.ts';

const PEOPLE = 10;
/** An engine that answers nobody is broken, and is found to be so. */
const MOST_ROUNDS = 200;

/** One run without kills: at least `sends` answers go out through random trouble. */
export async function sendingRun(seed: number, sends: number, script: string): Promise<Figures> {
  const story = await beginStory(seed, PEOPLE);
  const { clock, dir, url } = story;
  try {
    const engine = await startEngineProcess(script);
    engine.go({ dataDir: dir, xUrl: url, offsetMs: clock.offsetMs() });
    while (story.written.size < PEOPLE) write(story, `0.${story.written.size}`);
    await engine.call('capture.pollNow', {});
    for (let round = 0; story.sent.size < sends && round < MOST_ROUNDS; round += 1) {
      await answer(story, engine, String(round), 0.8);
      moveOn(story, engine, Math.floor(story.random() * 20_000));
      await pause(2);
    }
    return await bringToItsEnd(story, engine);
  } finally {
    await story.end();
  }
}
