import { withoutMark } from '#shared/domain/initials.ts';
import type { Link } from '#shared/domain/message.ts';
import { toWords as toFolded, tokenise } from '#shared/foldText.ts';
import { listAddresses } from './addressOf.ts';

const handles = /(?<![\p{L}\p{N}_])@\w{1,15}/gu;
/** The most characters of a question, counted from its end, and of a reply. */
const MAX_TEXT = 800;

/** The folded words of a message, separated by spaces, without addresses, handles and the mark of an agent. */
export function toWords(text: string, links: readonly Link[]): string {
  let rest = text;
  for (const { start, end } of listAddresses(text, links).toReversed()) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  return toFolded(tokenise(withoutMark(rest).replace(handles, ' '))).join(' ');
}

/** The words of several messages as one text; the end of it if it is long. */
export function joinWords(parts: readonly string[]): string {
  const joined = parts.filter((part) => part !== '').join(' ');
  return joined.length <= MAX_TEXT ? joined : joined.slice(joined.indexOf(' ', joined.length - MAX_TEXT) + 1);
}

/** So many letters at the beginning of a word stand for it, in every language: they drop most endings. */
const TERM_LENGTH = 5;

/** The beginnings of all words, each once. */
export const toTerms = (words: string): string[] => [
  ...new Set(words.split(' ').flatMap((word) => (word === '' ? [] : [word.slice(0, TERM_LENGTH)]))),
];

/** The FTS5 expression that finds a term in an index of whole words. */
export const toTermMatch = (term: string): string => (term.length < TERM_LENGTH ? `"${term}"` : `"${term}"*`);

/** The beginning of one word as the index has it. */
export const toTerm = (word: string): string => toTerms(toWords(word, []))[0] ?? '';
