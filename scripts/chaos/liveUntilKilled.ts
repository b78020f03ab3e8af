import { hasBegunMigration, readDeath } from './death.ts';
import type { EngineProcess } from './engineProcess.ts';
import { limitedLife } from './limitedLife.ts';
import { live } from './live.ts';
import { pause, type Story } from './story.ts';

/** An engine opens its store within this time, and a migration takes about so long. */
const OPENING_MS = 60;
const MIGRATION_MS = 10;
/** How long it lives on at most, once it does what it shall be killed at. */
const LIFE_MS = 60;
/** It is killed after so many answers at most, or when it was waited for long enough. */
const MOST_ANSWERS = 8;
const PATIENCE_MS = 2_000;

/** What a life is to end in: anything, a migration, or a limit of X. */
export type Life = 'plain' | 'migrating' | 'limited';

/** The next life; only an old workspace has something to migrate. */
export function pickLife({ random }: Story, isOld: boolean): Life {
  const chance = random();
  if (isOld && chance < 0.5) return 'migrating';
  return chance < 0.65 ? 'plain' : 'limited';
}

/** Lets an engine work until it is killed at a moment that fits its life. */
export async function liveUntilKilled(
  story: Story,
  engine: EngineProcess,
  name: string,
  life: Life,
): Promise<void> {
  const { clock, dir, url } = story;
  engine.go({ dataDir: dir, xUrl: url, offsetMs: clock.offsetMs() });
  const living = life === 'limited' ? limitedLife(story, engine, name) : live(story, engine, name);
  if (life === 'migrating') await waitForMigration(story);
  else if (life === 'plain') await waitForWork(story, engine);
  else await living;
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
async function waitForWork({ random, confirmed }: Story, engine: EngineProcess): Promise<void> {
  const chance = random();
  if (chance >= 0.25) await engine.call('system.info', {});
  const enough = confirmed.size + (chance < 0.4 ? 0 : Math.floor(random() * MOST_ANSWERS));
  const patience = performance.now() + PATIENCE_MS;
  while (confirmed.size < enough && performance.now() < patience) await pause(2);
  await pause(random() * (chance < 0.25 ? OPENING_MS : LIFE_MS));
}
