/** The most characters of a pattern. */
export const MAX_PATTERN = 60;

/** `+` repeats a sign at most so many times, and may stand at most so often in one pattern: matching stays fast for any text. */
const MAX_REPEATS = 20;
const MAX_PLUSES = 2;
/** A pattern with fewer signs would match half of what people write. */
const MIN_SIGNS = 4;

/** The signs that stand for others. */
const classes: Readonly<Record<string, string>> = {
  '#': '\\d',
  '?': '\\p{L}',
  '*': '[\\p{L}\\p{N}]',
};

/**
 * A pattern of numbers that only this company has, as a regular expression; null if it is too short, too long or repeats too
 * much. `#` is a digit, `?` a letter, `*` a letter or digit, `+` repeats the sign before it. Spaces and hyphens may be missing or be
 * each other. All other signs mean themselves, in upper or lower case.
 *
 *     KL-####    KL-4711, kl 4711, KL4711
 *     ORD#+      ORD1, ORD123456
 */
export function compilePattern(pattern: string): RegExp | null {
  const signs = [...pattern.trim()];
  if (signs.length > MAX_PATTERN) return null;
  const pluses = signs.filter((sign, index) => isPlus(signs, sign, index)).length;
  const fixed = signs.filter((sign) => /[\p{L}\p{N}#?*]/u.test(sign)).length;
  if (pluses > MAX_PLUSES || fixed + pluses < MIN_SIGNS || !signs.some((sign) => sign in classes))
    return null;
  const source = signs.map((sign, index) => toSource(signs, sign, index)).join('');
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');
}

function toSource(signs: readonly string[], sign: string, index: number): string {
  if (isPlus(signs, sign, index)) return `{1,${MAX_REPEATS}}`;
  if (/[\s-]/.test(sign)) return '[ -]?';
  return classes[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

const isPlus = (signs: readonly string[], sign: string, index: number): boolean =>
  sign === '+' && (signs[index - 1] ?? '') in classes;
