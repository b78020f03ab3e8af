import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel } from '#shared/domain/reply.ts';
import { createRandom } from '#simulator/base/random.ts';
import { type Control, startSimulator } from '#simulator/simulator.ts';
import { type AdjustableClock, createAdjustableClock } from './adjustableClock.ts';
import type { CrashPoint } from './crashPoint.ts';
import type { EngineProcess } from './engineProcess.ts';

/** The state of one run: a simulated X, a workspace, and a record of what happened so far. */
export interface Scenario {
  /** The simulated X and its address. */
  readonly control: Control;
  readonly url: string;
  /** Folder of the workspace. */
  readonly dir: string;
  readonly clock: AdjustableClock;
  /** Returns numbers from 0 to 1 that depend on the seed only. */
  readonly random: () => number;
  /** Handles of the people who write. */
  readonly people: readonly string[];
  /** X ids of all messages that people wrote, each with the author's handle. */
  readonly written: Map<string, string>;
  /** Texts of all replies that the engine was asked to send, each with its destination. */
  readonly requested: Map<string, Destination>;
  /** Texts of the replies that the engine has accepted, and so must not lose. */
  readonly confirmed: Set<string>;
  /** Texts of replies that a rollback took out of the store. X may have them or not, but not twice. */
  readonly forgotten: Set<string>;
  /** When the store was set back to an older state, by the machine's clock, and how. */
  readonly rollbacks: { readonly at: number; readonly kind: Rollback }[];
  /** What happened so often; see `Tally`. */
  readonly counts: { late: number; earlyRetries: number };
  /** When engines were killed, by the machine's clock, and what they were doing. */
  readonly kills: { readonly at: number; readonly crashPoint: CrashPoint }[];
  /** When the scenario's clock was advanced, by itself, and its offset from then on. */
  readonly clockChanges: { readonly at: number; readonly offsetMs: number }[];
  /** Stops the simulator and deletes the workspace. */
  close(): Promise<void>;
}

/** A copy of the folder was put back, or the end of the write-ahead log was cut off. */
export type Rollback = 'putBack' | 'tornWal';

/** Where a reply has to go. */
export interface Destination {
  readonly channel: Channel;
  readonly handle: string;
  /** The text of the part of a thread that it follows; absent for a first part. */
  readonly after?: string;
}

const names = ['anna', 'bob', 'carl', 'dora', 'eva', 'finn', 'gita', 'hugo', 'ines', 'jan'];

// Memory suffices: what a process has written survives its kill there too, and waiting for a disk took most of a run's time.
const workspaceParent = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** Starts a simulator and creates an empty workspace. */
export async function createScenario(seed: number, peopleCount: number): Promise<Scenario> {
  const clock = createAdjustableClock();
  const simulator = await startSimulator({ clock });
  const dir = mkdtempSync(join(workspaceParent(), 'perch-chaos-'));
  return {
    control: simulator.control,
    url: simulator.url,
    dir,
    clock,
    random: createRandom(seed),
    people: names.slice(0, peopleCount),
    written: new Map(),
    requested: new Map(),
    confirmed: new Set(),
    forgotten: new Set(),
    rollbacks: [],
    counts: { late: 0, earlyRetries: 0 },
    kills: [],
    clockChanges: [],
    close: async () => {
      await simulator.close();
      for (const folder of [dir, copyOf(dir)]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where a copy of a workspace is kept. */
export const copyOf = (dir: string): string => `${dir}-copy`;

/** Advances the clocks of X and of the engine, X's first so that the engine is never ahead. */
export function advanceClock(scenario: Scenario, engine: EngineProcess, ms: number): void {
  scenario.clock.setOffset(scenario.clock.offsetMs() + ms);
  const offsetMs = scenario.clock.offsetMs();
  scenario.clockChanges.push({ at: scenario.clock.now(), offsetMs });
  engine.setClock(offsetMs);
}

/** Converts a time of the scenario's clock into one of the machine's clock. */
export function toMachineTime({ clockChanges }: Pick<Scenario, 'clockChanges'>, at: number): number {
  return at - (clockChanges.findLast((change) => change.at <= at)?.offsetMs ?? 0);
}

/** Resolves after `ms` real milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
