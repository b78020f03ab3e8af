/**
 * The source of a pattern for these words in upper and lower case. In place of the flag `i`, under which `\p{Lu}` is any letter. Escapes
 * are left as they are; character classes are not allowed.
 */
export const anyCase = (source: string): string =>
  source.replace(/\\.|\p{Ll}/gu, (sign) => (sign.startsWith('\\') ? sign : `[${sign}${sign.toUpperCase()}]`));
