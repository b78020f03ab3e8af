import { before, corrections, frames } from './contextWords.ts';
import { tokenise } from './tokenise.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What a text says beside these stretches; undefined if that is nothing but signs, greetings and the like. A sentence that goes
 * on across the score stays whole, score included.
 */
export function toComment(text: string, scores: readonly Stretch[]): string | undefined {
  const [first, last] = [scores[0], scores.at(-1)];
  if (!first || !last) return undefined;
  const left = text.slice(0, first.start).trim();
  const right = text.slice(last.end).replace(/^[\s.,;:=!?*)\]»"”\u2013\u2014-]+/u, '');
  const isAcross = saysSomething(left) && saysSomething(right) && /[\p{L}\d,]$/u.test(left);
  if (isAcross && !left.endsWith(',')) return text;
  const parts = [left.replace(/[\s,;:(\u2013\u2014"«“-]+$/u, ''), right.trim()].filter(saysSomething);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function saysSomething(part: string): boolean {
  return tokenise(part).some(
    ({ kind, folded }) =>
      kind === 'number' ||
      kind === 'code' ||
      (kind === 'word' && !before.has(folded) && !frames.has(folded) && !corrections.has(folded)),
  );
}
