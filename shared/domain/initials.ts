import { z } from 'zod';
import type { Channel } from './reply.ts';

/** The most letters of an agent's initials. */
export const MAX_INITIALS = 12;

/** Initials as somebody typed them, with or without `^`; empty for those that the name gives. */
export const Initials = z
  .string()
  .trim()
  .regex(/^\^?\p{L}?[\p{L}\p{M}\p{N}.]*$/u)
  .max(MAX_INITIALS + 1)
  .overwrite((text) => text.replace(/^\^/, ''));

/** The initials that a name gives: the first letters of its first and last word, or two letters of a single one. */
export function toInitials(name: string): string {
  const words = name.normalize('NFC').match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
  const [first = '', ...others] = words;
  const letters = others.length > 0 ? [first, others.at(-1) ?? ''].map(toFirstLetter) : first.match(letter);
  return (letters ?? []).slice(0, 2).join('').toUpperCase();
}

const letter = /\p{L}\p{M}*/gu;
const toFirstLetter = (word: string): string => word.match(letter)?.[0] ?? '';

/** Who signs, and where. */
export interface Signing {
  readonly initials: string;
  readonly signedChannels: readonly Channel[];
}

/** What is put behind a reply on this channel, such as `^AB`; null for nothing. */
export const toMark = ({ initials, signedChannels }: Signing, channel: Channel): string | null =>
  initials === '' || !signedChannels.includes(channel) ? null : `^${initials}`;

/** The text with the mark behind it, unless it ends with one already: `^AB` of anybody, or the same letters behind another sign. */
export function sign(text: string, mark: string | null): string {
  if (mark === null || isSigned(text, mark)) return text;
  return `${text.trimEnd()} ${mark}`.trimStart();
}

/** The text without the mark that `sign` has put behind it. */
export const unsign = (text: string, mark: string | null): string =>
  mark !== null && text.endsWith(mark) ? text.slice(0, -mark.length).trimEnd() : text;

function isSigned(text: string, mark: string): boolean {
  const letters = mark.slice(1).replaceAll('.', String.raw`\.`);
  const own = new RegExp(String.raw`(?<!\S)[\^*~/—–-]\s?${letters}\s*$`, 'iu');
  return own.test(text) || /(?<!\S)\^\s?\p{L}[\p{L}\p{M}\p{N}.]*\s*$/u.test(text);
}

/** The number of a post of several: 1/2. As the source of a pattern. */
export const partNumber = String.raw`\(?\d{1,2}\/\d{1,2}\)?`;

/** A name behind a sign, with a capital. As the source of a pattern. */
export const signedName = String.raw`\p{Lu}[\p{L}'’.-]{0,20}(?:\s+\p{Lu}[\p{L}'’.-]{0,20})?`;

/** The mark of an agent at the end of a text, as any team writes it: ^AB, ~ Anna B., - Anna, /AB, *AB; with the number of a part. */
export const markPattern = new RegExp(
  String.raw`(?:\s*\^\s?\p{L}[\p{L}.&/-]{0,20}|\s*~\s?${signedName}|\s[*/—–-]\s?${signedName})(?:\s+${partNumber})?\s*$`,
  'u',
);

/** A text without the mark of the agent who wrote it. */
export const withoutMark = (text: string): string => text.replace(markPattern, '');
