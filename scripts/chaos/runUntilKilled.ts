import { hasBackup, hasStartedMigration, readCrashPoint } from './crashPoint.ts';
import type { EngineProcess } from './engineProcess.ts';
import { advanceClock, pause, type Scenario } from './scenario.ts';
import { runRateLimitedWorkload, runWorkload } from './workload.ts';

/** Upper bounds of how long opening a store and migrating it take. */
const OPENING_MS = 60;
const MIGRATION_MS = 6;
/** Longest delay of the kill once the engine has accepted enough replies, and most replies to wait for. */
const MAX_DELAY_MS = 60;
const MAX_REPLIES = 8;
/** Longer than an engine waits at a start before it sends what it found. */
const RESEND_MS = 180_000;
/** Limit of waiting for the chosen moment; the engine is killed then in any case. */
const WAIT_LIMIT_MS = 2_000;

/** What an engine works on until it is killed: anything, a migration, or calls to a limited endpoint. */
export type SessionKind = 'plain' | 'migrating' | 'rateLimited';

export interface Session {
  readonly scenario: Scenario;
  readonly engine: EngineProcess;
  /** Prefix of the texts written in this session. */
  readonly name: string;
  readonly kind: SessionKind;
}

/** Picks the kind of the next session. Only an old workspace has something to migrate. */
export function pickSessionKind({ random }: Scenario, isOldWorkspace: boolean): SessionKind {
  const chance = random();
  if (isOldWorkspace && chance < 0.5) return 'migrating';
  return chance < 0.65 ? 'plain' : 'rateLimited';
}

/** Lets an engine work and kills it at a random moment that suits the kind of the session. */
export async function runUntilKilled({ scenario, engine, name, kind }: Session): Promise<void> {
  const { clock, dir, url } = scenario;
  engine.open({ dataDir: dir, xUrl: url, offsetMs: clock.offsetMs() });
  const workload = kind === 'rateLimited' ? runRateLimitedWorkload : runWorkload;
  const work = workload(scenario, engine, name);
  if (kind === 'migrating') await waitForMigration(scenario);
  else if (kind === 'plain') await waitForWork(scenario, engine);
  else await work;
  if (scenario.random() < 0.4) {
    // What waited since the start goes out, so that a copy from before can bring it back.
    advanceClock(scenario, engine, RESEND_MS);
    await pause(MAX_DELAY_MS);
  }
  const wasCapturing = engine.isBusyWith('capture.pollNow');
  await engine.kill();
  scenario.kills.push({ at: Date.now(), crashPoint: readCrashPoint(dir, wasCapturing) });
  await work;
}

// A migration is too short to be hit at random, so this waits for the start of one of its two halves.
async function waitForMigration({ random, dir }: Scenario): Promise<void> {
  const waitLimit = performance.now() + WAIT_LIMIT_MS;
  const hasReachedHalf = random() < 0.5 ? hasStartedMigration : hasBackup;
  while (!hasReachedHalf(dir) && performance.now() < waitLimit) await nextTick();
  const killAt = performance.now() + random() * MIGRATION_MS;
  while (performance.now() < killAt) await nextTick();
}

const nextTick = () => new Promise((resolve) => setImmediate(resolve));

// One in four kills comes while the store is opened, most others while replies are sent.
async function waitForWork({ random, confirmed }: Scenario, engine: EngineProcess): Promise<void> {
  const chance = random();
  if (chance >= 0.25) await engine.call('system.info', {});
  const enough = confirmed.size + (chance < 0.4 ? 0 : Math.floor(random() * MAX_REPLIES));
  const waitLimit = performance.now() + WAIT_LIMIT_MS;
  while (confirmed.size < enough && performance.now() < waitLimit) await pause(2);
  await pause(random() * (chance < 0.25 ? OPENING_MS : MAX_DELAY_MS));
}
