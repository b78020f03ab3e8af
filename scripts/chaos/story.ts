import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel } from '#shared/domain/reply.ts';
import { createRandom } from '#simulator/base/random.ts';
import { type Control, startSimulator } from '#simulator/simulator.ts';
import type { Death } from './death.ts';
import type { EngineProcess } from './engineProcess.ts';
import { type SteeredClock, steeredClock } from './steeredClock.ts';

/** One run: a simulated X, a workspace, and what has happened so far. */
export interface Story {
  readonly control: Control;
  readonly url: string;
  readonly dir: string;
  readonly clock: SteeredClock;
  /** Numbers from 0 to 1 that follow from the seed. */
  readonly random: () => number;
  readonly people: readonly string[];
  /** The X ids of what people wrote, each with its author. */
  readonly written: Map<string, string>;
  /** The texts that the engine was asked to send, each with where to, and of those the ones that it has confirmed. */
  readonly sent: Map<string, Address>;
  readonly confirmed: Set<string>;
  /** When the engine was killed, by the machine's clock, and in the middle of what. */
  readonly kills: { readonly at: number; readonly death: Death }[];
  /** The times to which the story's clock was moved, and how far it was ahead from then on. */
  readonly moves: { readonly at: number; readonly offsetMs: number }[];
  /** Ends the simulator and deletes the workspace. */
  end(): Promise<void>;
}

/** Where an answer has to arrive. */
export interface Address {
  readonly channel: Channel;
  readonly handle: string;
}

const names = ['anna', 'bob', 'carl', 'dora', 'eva', 'finn', 'gita', 'hugo', 'ines', 'jan'];

// What a process has written outlives its kill in memory as it does on a disk, and most of a run's time went into waiting
// for the disk.
const placeForStores = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** Begins a run with so many people. */
export async function beginStory(seed: number, peopleCount: number): Promise<Story> {
  const clock = steeredClock();
  const simulator = await startSimulator({ clock });
  const dir = mkdtempSync(join(placeForStores(), 'perch-chaos-'));
  return {
    control: simulator.control,
    url: simulator.url,
    dir,
    clock,
    random: createRandom(seed),
    people: names.slice(0, peopleCount),
    written: new Map(),
    sent: new Map(),
    confirmed: new Set(),
    kills: [],
    moves: [],
    end: async () => {
      await simulator.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Moves the time on for X first, so that the engine is never ahead. */
export function moveOn(story: Story, engine: EngineProcess, ms: number): void {
  story.clock.steer(story.clock.offsetMs() + ms);
  const offsetMs = story.clock.offsetMs();
  story.moves.push({ at: story.clock.now(), offsetMs });
  engine.steer(offsetMs);
}

/** When something that happened at a time of the story happened by the machine's clock. */
export function toMachineTime({ moves }: Pick<Story, 'moves'>, at: number): number {
  return at - (moves.findLast((move) => move.at <= at)?.offsetMs ?? 0);
}

/** Resolves after so many real milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
