import { recordArchived } from '../capture/gapLedger.ts';
import type { ImportCounts } from '../store/archiveImports.ts';
import { inTransaction } from '../store/sql.ts';
import type { Part, PartKind } from './findParts.ts';
import { isWhole, withSkipped } from './importCounts.ts';
import { type ArchiveRun, bytesBefore, saveImport } from './importRun.ts';
import { loadLongTexts } from './loadLongTexts.ts';
import type { LongTexts } from './longTexts.ts';
import type { Archive } from './openArchive.ts';
import { readPart } from './readPart.ts';
import { threadRest } from './storeArchived.ts';
import { storeMedia } from './storeMedia.ts';
import type { ItemKind } from './toOutcome.ts';

/**
 * Imports what is left of an archive. After each batch its position is stored together with what it brought, so that a crash repeats and
 * loses nothing. Returns whether it came to the end, or was stopped by the signal before.
 */
export async function runImport(run: ArchiveRun): Promise<boolean> {
  const longTexts = await loadLongTexts(run);
  if (run.signal.aborted) return false;
  for (const [index, part] of run.archive.parts.entries()) {
    if (index < run.current.part || !isOfItems(part)) continue;
    await importPart(run, part, index, longTexts);
    if (run.signal.aborted) return false;
  }
  const counts = await storeMedia(run);
  if (!counts) return false;
  finish(run, longTexts, counts);
  return true;
}

const isOfItems = (part: Part): part is Part & { readonly kind: ItemKind } => part.kind !== 'notes';

async function importPart(
  run: ArchiveRun,
  part: Part & { readonly kind: ItemKind },
  index: number,
  longTexts: LongTexts,
): Promise<void> {
  const { ctx, archive, signal } = run;
  // A part with a wrong checksum would bring messages that nobody wrote so.
  const isIntact = await archive.zip.isIntact(part.name, signal);
  if (signal.aborted) return;
  if (isIntact && !(await readPart(run, part, index, longTexts))) return;
  await threadRest(ctx, signal);
  if (signal.aborted) return;
  const { counts } = run.current;
  const bytes = bytesBefore(archive, index + 1);
  const after = isIntact ? counts : withSkipped(counts, 'damaged', part.name);
  inTransaction(ctx.db, () => saveImport(run, { part: index + 1, item: 0, counts: { ...after, bytes } }));
  run.onProgress(run.current);
}

// An archive of which something could not be read does not prove that nothing is missing.
function finish(run: ArchiveRun, longTexts: LongTexts, before: ImportCounts): void {
  const { ctx, archive } = run;
  const left = longTexts.count - before.longTexts;
  const until = isWhole(before) ? archive.completeUntil : null;
  const counts =
    left > 0 ? withSkipped(before, 'longTextWithoutPost', findName(archive, 'notes') ?? '', left) : before;
  inTransaction(ctx.db, () => {
    if (until !== null && findName(archive, 'dms')) recordArchived(ctx, 'dms', until);
    if (until !== null && findName(archive, 'posts')) recordArchived(ctx, 'ownPosts', until);
    saveImport(run, { state: 'done', endedAt: ctx.clock.now(), part: archive.parts.length, item: 0, counts });
  });
}

const findName = ({ parts }: Archive, kind: PartKind): string | undefined =>
  parts.find((part) => part.kind === kind)?.name;
