import type { AppError } from '../errors.ts';
import { err, ok, type Result } from '../result.ts';
import type { SearchTerms } from './savedSearch.ts';

/** Maximum length of a query of X's recent search, in characters. */
export const QUERY_LIMIT = 512;

/**
 * Returns the query for X that finds posts by `terms`. It excludes retweets, and posts that mention the account `handle`
 * or that it wrote: mentions are captured anyway, for a fifth of the price. They are not excluded if a word or phrase
 * contains `@handle`, or if that would make the query too long.
 * Fails with `invalid` if there is nothing to search for, and with `queryTooLong` above QUERY_LIMIT.
 */
export function toSearchQuery(terms: SearchTerms, handle: string | null): Result<string, AppError> {
  const wanted = [
    ...terms.all.map(toWord),
    ...toGroup(terms.any.map(toWord)),
    ...terms.phrases.map(toPhrase),
    ...toGroup(terms.hashtags.map(toHashtag)),
  ].filter((part) => part !== '');
  if (wanted.length === 0) return err({ code: 'invalid', path: 'terms', reason: 'nothing to look for' });
  const unwanted = terms.none
    .map(toWord)
    .filter((word) => word !== '')
    .map((word) => `-${word}`);
  const lang = terms.lang === null ? [] : [`lang:${terms.lang}`];
  const parts = [...new Set([...wanted, ...unwanted, ...lang, '-is:retweet'])];
  const query = parts.join(' ');
  const whole = [...new Set([...parts, ...toOwn(terms, handle)])].join(' ');
  if (whole.length <= QUERY_LIMIT) return ok(whole);
  const { length } = query;
  return length > QUERY_LIMIT ? err({ code: 'queryTooLong', length, limit: QUERY_LIMIT }) : ok(query);
}

/** Operators that exclude posts which Perch captures anyway. */
function toOwn({ all, any, phrases }: SearchTerms, handle: string | null): string[] {
  if (handle === null) return [];
  const isWanted = [...all, ...any, ...phrases].some((text) => isNamedIn(text, handle));
  return [...(isWanted ? [] : [`-@${handle}`]), `-from:${handle}`];
}

function isNamedIn(text: string, handle: string): boolean {
  const names: readonly string[] = text.toLowerCase().match(/@[a-z0-9_]+/g) ?? [];
  return names.includes(`@${handle.toLowerCase()}`);
}

/** A word that X cannot mistake for an operator; quoted if necessary. */
function toWord(word: string): string {
  const bare = toBare(word).replace(/^-+/, '');
  const isPlain = plain.test(bare) && !/^(or|and|not)$/i.test(bare);
  return bare === '' || isPlain ? bare : `"${bare}"`;
}

const plain = /^(?:[#@$]?[\p{L}\p{N}\p{M}_]+(?:['’][\p{L}\p{N}\p{M}_]+)*|\p{Extended_Pictographic}\uFE0F?)$/u;

function toPhrase(phrase: string): string {
  const bare = toBare(phrase);
  return bare === '' ? '' : `"${bare}"`;
}

function toHashtag(tag: string): string {
  const bare = tag.replace(/[^\p{L}\p{N}\p{M}_]/gu, '');
  return bare === '' ? '' : `#${bare}`;
}

/** One line without quotes, which would end the phrase; empty if no post could match it. */
function toBare(text: string): string {
  const line = text
    .replace(/["“”„\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line) ? line : '';
}

/** An OR group; a single word needs no parentheses. */
function toGroup(words: readonly string[]): string[] {
  const some = [...new Set(words)].filter((word) => word !== '');
  return some.length > 1 ? [`(${some.join(' OR ')})`] : some;
}
