import { beginOldWorkspace } from './beginOldWorkspace.ts';
import { countEarlyCalls } from './countEarlyCalls.ts';
import { type Death, hasBegunMigration, readDeath } from './death.ts';
import { type EngineProcess, startEngineProcess } from './engineProcess.ts';
import { examineAnswers, examineStore } from './examine.ts';
import { type Figures, noFigures } from './figures.ts';
import { live } from './live.ts';
import { settle } from './settle.ts';
import { beginStory, pause, type Story } from './story.ts';

const PEOPLE = 4;
const MOST_LIVES = 3;
/** An engine opens its store within this time. */
const OPENING_MS = 60;
/** A migration takes about so long. */
const MIGRATION_MS = 10;
/** How long it lives on at most, once it does what it shall be killed at. */
const LIFE_MS = 60;
/** It is killed after so many answers at most, or when it was waited for long enough. */
const MOST_ANSWERS = 8;
const PATIENCE_MS = 2_000;

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
      await liveUntilKilled(story, engine, life, isOld);
    }
    const engine = await next;
    engine.go({ dataDir: story.dir, xUrl: story.url, offsetMs: story.clock.offsetMs() });
    return await bringToItsEnd(story, engine);
  } finally {
    await story.end();
  }
}

async function liveUntilKilled(
  story: Story,
  engine: EngineProcess,
  life: number,
  isOld: boolean,
): Promise<void> {
  const { clock, dir, url, random } = story;
  engine.go({ dataDir: dir, xUrl: url, offsetMs: clock.offsetMs() });
  const living = live(story, engine, String(life));
  await (isOld && random() < 0.5 ? waitForMigration(story) : waitForDeath(story, engine));
  const wasCapturing = engine.isBusyWith('capture.pollNow');
  await engine.kill();
  story.kills.push({ at: Date.now(), death: readDeath(dir, wasCapturing) });
  await living;
}

// A migration is too short for a random moment to meet it, so its beginning is waited for.
async function waitForMigration({ random, dir }: Story): Promise<void> {
  const patience = performance.now() + PATIENCE_MS;
  while (!hasBegunMigration(dir) && performance.now() < patience) await turn();
  const until = performance.now() + random() * MIGRATION_MS;
  while (performance.now() < until) await turn();
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

// One in four dies while it opens its store; most while they send.
async function waitForDeath({ random, confirmed }: Story, engine: EngineProcess): Promise<void> {
  const chance = random();
  if (chance >= 0.25) await engine.call('system.info', {});
  const enough = confirmed.size + (chance < 0.4 ? 0 : Math.floor(random() * MOST_ANSWERS));
  const patience = performance.now() + PATIENCE_MS;
  while (confirmed.size < enough && performance.now() < patience) await pause(2);
  await pause(random() * (chance < 0.25 ? OPENING_MS : LIFE_MS));
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
    earlyCalls: countEarlyCalls(story),
    unknownLeft: answers.unknownLeft,
    broken: store.broken + (ended ? 0 : 1) + (asked === null ? 1 : 0),
  };
}
