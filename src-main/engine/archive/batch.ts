import type { ImportCounts } from '../store/archiveImports.ts';
import { type GroupName, putGroupNames } from '../store/groupNames.ts';
import { withBrought, withSkipped } from './importCounts.ts';
import { type ImportRun, saveImport } from './importRun.ts';
import { MOST_AT_ONCE, storeArchived, threadLong } from './storeArchived.ts';
import type { ArchivedMessage } from './toArchivedPost.ts';
import type { Outcome } from './toOutcome.ts';

/** Items of one transaction, which blocks the engine for some ten milliseconds. */
const BATCH = { messages: 150, items: 1_000 } as const;

interface BatchOptions {
  readonly part: number;
  /** The bytes before this part. */
  readonly bytes: number;
  /** Whether the private messages of a person follow each other. */
  readonly isByPerson: boolean;
}

/** What was read of a file and is not stored yet. */
export class Batch {
  readonly #run: ImportRun;
  readonly #part: number;
  readonly #isByPerson: boolean;
  #messages: ArchivedMessage[] = [];
  #groupNames: GroupName[] = [];
  #items = 0;
  #counts: ImportCounts;
  #bytes: number;
  /** The person of whose private messages the last batch may not have had all, and how many it had. */
  #open: readonly [id: string, count: number] | undefined;
  /** How many items of the part were read. */
  item: number;

  constructor(run: ImportRun, { part, bytes, isByPerson }: BatchOptions) {
    this.#run = run;
    this.#part = part;
    this.#isByPerson = isByPerson;
    this.#counts = run.current.counts;
    this.#bytes = bytes;
    this.item = run.current.part === part ? run.current.item : 0;
  }

  readonly addBytes = (bytes: number): void => {
    this.#bytes += bytes;
  };

  get isFull(): boolean {
    return this.#messages.length >= BATCH.messages || this.#items >= BATCH.items;
  }

  /** Adds what became of an item; `place` says where it is. */
  add({ message, groupName, isLong, skipped, mediaFiles = 0, otherMedia }: Outcome, place: string): void {
    this.item += 1;
    this.#items += 1;
    const { items, longTexts } = this.#counts;
    this.#counts = {
      ...this.#counts,
      items: items + 1,
      mediaFiles: this.#counts.mediaFiles + mediaFiles,
      longTexts: longTexts + (isLong ? 1 : 0),
    };
    if (message) this.#messages.push(message);
    if (groupName) this.#groupNames.push(groupName);
    if (skipped) this.skip(skipped, place);
    if (otherMedia) this.skip('mediaFile', place, otherMedia);
  }

  skip(...[reason, place, count]: SkipArguments): void {
    this.#counts = withSkipped(this.#counts, reason, place, count);
  }

  /** Stores the batch and where the import stands after it, and threads the messages of the people of whom it has all. */
  async store(isLast: boolean): Promise<void> {
    const counts = { ...this.#counts, bytes: this.#bytes };
    const position = { part: this.#part, item: this.item };
    const { ctx, signal } = this.#run;
    const { short, long } = this.#takeComplete(isLast);
    storeArchived(ctx, this.#messages, short, (brought) => {
      putGroupNames(ctx.db, this.#groupNames);
      saveImport(this.#run, { ...position, counts: withBrought(counts, brought) });
    });
    this.#counts = this.#run.current.counts;
    this.#messages = [];
    this.#groupNames = [];
    this.#items = 0;
    this.#run.onProgress(this.#run.current);
    for (const personId of long) await threadLong(ctx, personId, signal);
  }

  // The private messages of a person follow each other, and are threaded once all of them are stored.
  #takeComplete(isLast: boolean): { readonly short: readonly string[]; readonly long: readonly string[] } {
    if (!this.#isByPerson) return { short: [], long: [] };
    const counts = new Map(this.#open ? [this.#open] : []);
    for (const { facts, groupId } of this.#messages) {
      if (facts.kind !== 'dm' || groupId !== undefined) continue;
      counts.set(facts.personId, (counts.get(facts.personId) ?? 0) + 1);
    }
    this.#open = isLast ? undefined : [...counts].at(-1);
    if (this.#open) counts.delete(this.#open[0]);
    const isLong = (id: string) => (counts.get(id) ?? 0) > MOST_AT_ONCE;
    const people = [...counts.keys()];
    return { short: people.filter((id) => !isLong(id)), long: people.filter(isLong) };
  }
}

type SkipArguments = Parameters<typeof withSkipped> extends [unknown, ...infer Rest] ? Rest : never;
