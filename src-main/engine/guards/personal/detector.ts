import type { PrivateData } from '#shared/privateData.ts';
import type { Digits } from './digits.ts';

/** What a company can say about its numbers. */
export interface LocateFacts {
  /** The countries whose phone numbers are known, the likeliest first. */
  readonly countries: readonly string[];
  readonly patterns: readonly { readonly name: string; readonly pattern: RegExp }[];
}

export interface Detected extends Digits {
  readonly kind: PrivateData;
  /** That of the own pattern. */
  readonly name?: string;
}

/** Finds one kind of data in what is left of a text; the parts do not overlap. */
export type Detector = (left: string, facts: LocateFacts) => Detected[];

/** Every match of a pattern that passes, or the part of it that `toPart` returns. */
export const matchesOf =
  (
    kind: PrivateData,
    pattern: RegExp,
    toPart: (match: RegExpExecArray) => Digits | null = ({ 0: text, index }) => ({ start: index, text }),
  ): Detector =>
  (left) =>
    [...left.matchAll(pattern)].flatMap((match) => {
      const part = toPart(match);
      return part ? [{ kind, ...part }] : [];
    });
