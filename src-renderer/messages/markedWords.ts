import { createContext, useContext, useMemo } from 'react';
import { findWordsOf, type QueryWords } from '#shared/domain/messageQuery.ts';
import type { Stretch } from '#shared/findWords.ts';

/** The words that are marked in the texts of messages; none by default. */
export const MarkedWords = createContext<QueryWords>({ groups: [], excluded: [] });

/** Where the marked words occur in a text, if it has all of them. */
export function useMarks(text: string): readonly Stretch[] {
  const words = useContext(MarkedWords);
  return useMemo(() => findWordsOf(text, words), [text, words]);
}

/** A part of a text, which is marked or not. */
export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Splits the part of a text that begins at `start` where marks begin and end. */
export function splitAtMarks(text: string, start: number, marks: readonly Stretch[]): MarkedPart[] {
  const end = start + text.length;
  const parts: MarkedPart[] = [];
  let at = start;
  const push = (to: number, isMarked: boolean) => {
    if (to > at) parts.push({ text: text.slice(at - start, to - start), isMarked });
    at = Math.max(at, to);
  };
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= end) continue;
    push(mark.start, false);
    push(Math.min(mark.end, end), true);
  }
  push(end, false);
  return parts;
}
