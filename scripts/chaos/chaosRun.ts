import { beginOldWorkspace } from './beginOldWorkspace.ts';
import type { Death } from './death.ts';
import { type EngineProcess, startEngineProcess } from './engineProcess.ts';
import { examineAnswers, examineStore } from './examine.ts';
import { examineLimits } from './examineLimits.ts';
import { type Figures, noFigures } from './figures.ts';
import { liveUntilKilled, pickLife } from './liveUntilKilled.ts';
import { settle } from './settle.ts';
import { beginStory, type Story } from './story.ts';

const PEOPLE = 4;
const MOST_LIVES = 3;

/** One run: an engine lives and is killed up to three times, then a last one brings everything to its end. */
export async function chaosRun(seed: number, script: string): Promise<Figures> {
  const story = await beginStory(seed, PEOPLE);
  try {
    const isOld = story.random() < 0.3;
    if (isOld) beginOldWorkspace(story);
    const lives = 1 + Math.floor(story.random() * MOST_LIVES);
    let next = startEngineProcess(script);
    for (let life = 0; life < lives; life += 1) {
      const engine = await next;
      next = startEngineProcess(script);
      await liveUntilKilled(story, engine, String(life), pickLife(story, isOld));
    }
    const engine = await next;
    engine.go({ dataDir: story.dir, xUrl: story.url, offsetMs: story.clock.offsetMs() });
    return await bringToItsEnd(story, engine);
  } finally {
    await story.end();
  }
}

function countKills({ kills }: Story) {
  const count = (death: Death) => kills.filter((kill) => kill.death === death).length;
  return {
    kills: kills.length,
    killsMigrating: count('migrating'),
    killsSending: count('sending'),
    killsCapturing: count('capturing'),
  };
}

/** The last engine of a run: it settles what the others left, and all is examined. */
export async function bringToItsEnd(story: Story, engine: EngineProcess): Promise<Figures> {
  const asked = await settle(story, engine);
  const answers = await examineAnswers(story, engine);
  const ended = await engine.end();
  const store = examineStore(story);
  return {
    ...noFigures,
    runs: 1,
    ...countKills(story),
    mentions: story.written.size,
    answers: story.confirmed.size,
    asked: asked ?? 0,
    lost: answers.lost + store.lost,
    doubled: answers.doubled + store.doubled,
    astray: answers.astray,
    ...examineLimits(story),
    unknownLeft: answers.unknownLeft,
    broken: store.broken + (ended ? 0 : 1) + (asked === null ? 1 : 0),
  };
}
