import { Worker } from 'node:worker_threads';
import type { Preferences } from '#shared/contract/shell.ts';
import type { Locations } from '../base/locations.ts';
import type { Log } from '../base/log.ts';
import { SpellChecker } from './checker.ts';
import { Spelling } from './spelling.ts';

interface StartOptions {
  readonly locations: Pick<Locations, 'spelling' | 'dictionaries'>;
  readonly preferences: () => Preferences;
  /** Saves the words that somebody added to the dictionary. */
  readonly setOwnWords: (words: string[]) => void;
  readonly log: Log;
}

/** Spelling with the dictionaries that come with Perch. Its thread starts when the first word is checked. */
export function startSpelling({ locations, log, ...access }: StartOptions): Spelling {
  const start = () => {
    const thread = new Worker(locations.spelling, { workerData: locations.dictionaries });
    thread.unref();
    return thread;
  };
  return new Spelling({ checker: new SpellChecker({ start, log }), ...access });
}
