import { setImmediate } from 'node:timers/promises';
import type { ImportCounts } from '../store/archiveImports.ts';
import type { Part } from './findParts.ts';
import { withBrought, withSkipped } from './importCounts.ts';
import { bytesBefore, type ImportRun, saveImport } from './importRun.ts';
import type { LongTexts } from './longTexts.ts';
import { readItems } from './readItems.ts';
import { NotAnAssignment } from './splitItems.ts';
import { storeArchived } from './storeArchived.ts';
import type { ArchivedMessage } from './toArchivedPost.ts';
import { type ItemKind, type Outcome, readings, toOutcome } from './toOutcome.ts';

/** Items of one transaction, which blocks the engine for some ten milliseconds. */
const BATCH = { messages: 150, items: 1_000 } as const;

/** Reads a part from where the import stands to its end; returns false if it was stopped before. */
export async function readPart(
  run: ImportRun,
  part: Part & { readonly kind: ItemKind },
  index: number,
  longTexts: LongTexts,
): Promise<boolean> {
  const { archive, accountId, signal } = run;
  const batch = new Batch(run, index);
  const options = { ...readings[part.kind], from: batch.item, onBytes: batch.addBytes };
  try {
    for await (const read of readItems(archive.zip, part.name, options)) {
      batch.add(toOutcome(part.kind, read, { accountId, longTexts }), part.name);
      if (!batch.isFull) continue;
      batch.store(false);
      await setImmediate();
      if (signal.aborted) return false;
    }
  } catch (cause) {
    if (!(cause instanceof NotAnAssignment)) throw cause;
    batch.skip('damaged', part.name);
  }
  batch.store(true);
  return true;
}

/** What was read of a part and is not stored yet. */
class Batch {
  readonly #run: ImportRun;
  readonly #part: number;
  #messages: ArchivedMessage[] = [];
  #items = 0;
  #counts: ImportCounts;
  #bytes: number;
  /** The person of whose private messages the last batch may not have had all. */
  #open: string | undefined;
  /** How many items of the part were read. */
  item: number;

  constructor(run: ImportRun, part: number) {
    this.#run = run;
    this.#part = part;
    this.#counts = run.current.counts;
    this.#bytes = bytesBefore(run.archive, part);
    this.item = run.current.part === part ? run.current.item : 0;
  }

  readonly addBytes = (bytes: number): void => {
    this.#bytes += bytes;
  };

  get isFull(): boolean {
    return this.#messages.length >= BATCH.messages || this.#items >= BATCH.items;
  }

  add({ message, isLong, skipped, mediaFiles }: Outcome, name: string): void {
    this.item += 1;
    this.#items += 1;
    const { items, longTexts } = this.#counts;
    this.#counts = { ...this.#counts, items: items + 1, longTexts: longTexts + (isLong ? 1 : 0) };
    if (message) this.#messages.push(message);
    const place = `${name}, ${this.item}`;
    if (skipped) this.skip(skipped, place);
    if (mediaFiles) this.skip('mediaFile', place, mediaFiles);
  }

  skip(...[reason, place, count]: SkipArguments): void {
    this.#counts = withSkipped(this.#counts, reason, place, count);
  }

  /** Stores the batch and where the import stands after it. */
  store(isLast: boolean): void {
    const counts = { ...this.#counts, bytes: this.#bytes };
    const position = { part: this.#part, item: this.item };
    const { name = '' } = this.#run.archive.parts[this.#part] ?? {};
    storeArchived(this.#run.ctx, this.#messages, this.#takeComplete(isLast), (brought) =>
      saveImport(this.#run, { ...position, counts: withBrought(counts, brought, name) }),
    );
    this.#counts = this.#run.current.counts;
    this.#messages = [];
    this.#items = 0;
    this.#run.onProgress(this.#run.current);
  }

  // The private messages of a person follow each other, and are threaded once all of them are stored.
  #takeComplete(isLast: boolean): string[] {
    const dms = this.#messages.filter(({ facts }) => facts.kind === 'dm').map(({ facts }) => facts.personId);
    const people = new Set([this.#open, ...dms].filter((id) => id !== undefined));
    this.#open = isLast ? undefined : (dms.at(-1) ?? this.#open);
    if (this.#open !== undefined) people.delete(this.#open);
    return [...people];
  }
}

type SkipArguments = Parameters<typeof withSkipped> extends [unknown, ...infer Rest] ? Rest : never;
