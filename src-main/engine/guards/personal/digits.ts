/** A part of a run of digits. */
export interface Digits {
  /** Where it starts in the run. */
  readonly start: number;
  readonly text: string;
}

/** More groups in one run than these are nobody's number; it keeps the work small. */
const MAX_GROUPS = 40;

/**
 * For each group of digits of a run, what begins with it: it and its neighbours, the longest first, each with at most `most`
 * digits. A plus or a bracket before a group belongs to it.
 *
 *     0471 23, 2     ->  [0471 23, 0471]  [23]  [2]
 */
export function toWindows(run: string, most: number): Digits[][] {
  const groups = [...run.matchAll(/(?:\+ ?)?\(?\d+/g)].slice(0, MAX_GROUPS);
  return groups.map(({ index: start }, first) => {
    const windows: Digits[] = [];
    let count = 0;
    for (const { 0: group, index } of groups.slice(first)) {
      count += group.replace(/\D/g, '').length;
      // A plus starts another number.
      if (windows.length > 0 && (count > most || group.startsWith('+'))) break;
      windows.unshift({ start, text: run.slice(start, index + group.length) });
    }
    return windows;
  });
}
