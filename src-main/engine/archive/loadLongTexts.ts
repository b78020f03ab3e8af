import type { ImportCounts } from '../store/archiveImports.ts';
import { withSkipped } from './importCounts.ts';
import type { ArchiveRun } from './importRun.ts';
import { createLongTexts, type LongTexts } from './longTexts.ts';
import { readItems } from './readItems.ts';
import { NoteItem, type NoteRecord } from './records.ts';
import { NotAnAssignment } from './splitItems.ts';

/** Long texts are in memory while posts are read; an account that has written more than this has none. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

/** Reads the long texts of an archive. What of them is skipped is counted only where the import begins. */
export async function loadLongTexts(run: ArchiveRun): Promise<LongTexts> {
  const notes: NoteRecord[] = [];
  let { counts } = run.current;
  for (const { name, kind } of run.archive.parts) {
    if (kind === 'notes') counts = await loadPart(run, name, notes, counts);
  }
  const first = run.archive.parts.findIndex(({ kind }) => kind !== 'notes');
  // Then they are behind the import, however often they are read again.
  const begins = run.current.part < first && !run.signal.aborted;
  if (begins) run.current = { ...run.current, part: first, counts };
  return createLongTexts(notes);
}

async function loadPart(
  { archive: { zip }, signal }: ArchiveRun,
  name: string,
  notes: NoteRecord[],
  before: ImportCounts,
): Promise<ImportCounts> {
  const isIntact = await zip.isIntact(name, signal);
  if (signal.aborted) return before;
  if (!isIntact) return withSkipped(before, 'damaged', name);
  let counts = before;
  let characters = notes.reduce((sum, { core }) => sum + core.text.length, 0);
  try {
    for await (const read of readItems(zip, name, { schema: NoteItem, depth: 1 })) {
      if (read.kind === 'item' && characters < MOST_CHARACTERS) {
        characters += read.item.core.text.length;
        notes.push(read.item);
      } else counts = withSkipped(counts, read.kind === 'unreadable' ? 'unreadable' : 'tooLarge', name);
    }
  } catch (cause) {
    if (!(cause instanceof NotAnAssignment)) throw cause;
    counts = withSkipped(counts, 'damaged', name);
  }
  return counts;
}
