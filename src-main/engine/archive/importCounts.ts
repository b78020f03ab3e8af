import type { Skipped, SkipReason } from '#shared/domain/archiveImport.ts';
import { type ImportCounts, noCounts } from '../store/archiveImports.ts';
import type { Archive } from './openArchive.ts';
import type { Brought } from './storeArchived.ts';

/** The counts of an import that has read nothing yet. */
export function toFirstCounts({ parts, skipped }: Archive): ImportCounts {
  const counts = { ...noCounts, of: parts.reduce((sum, { bytes }) => sum + bytes, 0) };
  return skipped.reduce<ImportCounts>(
    (before, { reason, name }) => withSkipped(before, reason, name),
    counts,
  );
}

/** The counts with something more that was skipped; the first example of a reason stays. */
export function withSkipped(
  counts: ImportCounts,
  reason: SkipReason,
  example: string | null,
  count = 1,
): ImportCounts {
  const known = counts.skipped.find((one) => one.reason === reason);
  const others = counts.skipped.filter((one) => one !== known);
  const first = known?.example ?? example ?? undefined;
  const skipped: Skipped = {
    reason,
    count: (known?.count ?? 0) + count,
    ...(first === undefined ? {} : { example: first }),
  };
  return { ...counts, skipped: [...others, skipped] };
}

export function withBrought(counts: ImportCounts, { posts, dms, people, erased }: Brought): ImportCounts {
  const brought = {
    ...counts,
    posts: counts.posts + posts,
    dms: counts.dms + dms,
    people: counts.people + people,
  };
  return erased === 0 ? brought : withSkipped(brought, 'erased', null, erased);
}

/** Reasons for which messages may be missing that the archive should have; the others are Perch's choice. */
const losses: ReadonlySet<SkipReason> = new Set([
  'unsafeName',
  'link',
  'duplicateName',
  'encrypted',
  'unknownCompression',
  'tooLarge',
  'damaged',
  'missing',
  'unreadable',
]);

/** Whether everything that the archive should have was read. */
export const isWhole = ({ skipped }: ImportCounts): boolean =>
  !skipped.some(({ reason }) => losses.has(reason));
