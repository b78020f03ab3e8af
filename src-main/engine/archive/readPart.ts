import { setImmediate } from 'node:timers/promises';
import { Batch } from './batch.ts';
import type { Part } from './findParts.ts';
import { type ArchiveRun, bytesBefore } from './importRun.ts';
import type { LongTexts } from './longTexts.ts';
import { readItems } from './readItems.ts';
import { NotAnAssignment } from './splitItems.ts';
import { type ItemKind, readings, toOutcome } from './toOutcome.ts';

/** Reads a part from where the import stands to its end; returns false if it was stopped before. */
export async function readPart(
  run: ArchiveRun,
  part: Part & { readonly kind: ItemKind },
  index: number,
  longTexts: LongTexts,
): Promise<boolean> {
  const { archive, accountId, signal } = run;
  const batch = new Batch(run, { part: index, bytes: bytesBefore(archive, index), isByPerson: true });
  const options = { ...readings[part.kind], from: batch.item, onBytes: batch.addBytes };
  try {
    for await (const read of readItems(archive.zip, part.name, options)) {
      batch.add(toOutcome(part.kind, read, { accountId, longTexts }), `${part.name}, ${batch.item + 1}`);
      if (!batch.isFull) continue;
      await batch.store(false);
      await setImmediate();
      if (signal.aborted) return false;
    }
  } catch (cause) {
    if (!(cause instanceof NotAnAssignment)) throw cause;
    batch.skip('damaged', part.name);
  }
  await batch.store(true);
  return true;
}
