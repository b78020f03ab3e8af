import { beginningOf } from '#shared/beginningOf.ts';

/** Everything that ends a line for some system: a notification shows the first line only. */
const lineEnds = /[\n\v\f\r\u0085\u2028\u2029]+/u;
/** Control characters, those that turn the direction of what follows, and invisible fillers; not the joiners of emoji. */
const unwanted = /(?!\t)\p{Cc}|[\u00ad\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/**
 * The first line of a foreign text that is not empty, without control and bidi override characters, at most `limit` code
 * points long and not cut inside an emoji or a letter with marks. Empty if there is nothing to see.
 */
export function toPlainLine(text: string, limit: number): string {
  const lines = text.split(lineEnds).map((line) => line.replace(unwanted, '').replace(/\s+/gu, ' ').trim());
  const line = lines.find((each) => /[^\p{M}\p{Z}\p{Cf}]/u.test(each)) ?? '';
  return [...line].length <= limit ? line : `${beginningOf(line, limit - 1).trimEnd()}…`;
}
