import type { AppError } from '../errors.ts';
import { quotes } from '../quotes.ts';
import { err, ok, type Result } from '../result.ts';
import type { SearchTerms } from './savedSearch.ts';

/** The most characters of a query that X accepts in recent search. */
export const QUERY_LIMIT = 512;

/**
 * The query that makes X find posts with these terms. It excludes retweets, posts of the account `handle` and its
 * mentions, since these are captured anyway for a fifth of the price:
 *
 *     { all: ['parcel', 'late'], hashtags: ['fail'], none: ['DHL'], lang: 'nl' }, 'harbourhelp'
 *     -> parcel late #fail -DHL lang:nl -is:retweet -@harbourhelp -from:harbourhelp
 *
 * Mentions are not excluded if a word or phrase contains `@handle`, or if the query would become longer than QUERY_LIMIT by
 * that. Fails with `invalid` if the terms are empty, and with `queryTooLong` above QUERY_LIMIT.
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
  const complete = [...new Set([...parts, ...toExclusions(terms, handle)])].join(' ');
  if (complete.length <= QUERY_LIMIT) return ok(complete);
  const { length } = query;
  return length > QUERY_LIMIT ? err({ code: 'queryTooLong', length, limit: QUERY_LIMIT }) : ok(query);
}

/** The operators that exclude posts that Perch captures anyway. */
function toExclusions({ all, any, phrases }: SearchTerms, handle: string | null): string[] {
  if (handle === null) return [];
  const isWanted = [...all, ...any, ...phrases].some((text) => isNamedIn(text, handle));
  return [...(isWanted ? [] : [`-@${handle}`]), `-from:${handle}`];
}

function isNamedIn(text: string, handle: string): boolean {
  const names: readonly string[] = text.toLowerCase().match(/@[a-z0-9_]+/g) ?? [];
  return names.includes(`@${handle.toLowerCase()}`);
}

/** A word in a form that X cannot mistake for an operator, in quotes if needed. */
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

/** One line without quotes, which would end the phrase; empty if it contains nothing to search for. */
function toBare(text: string): string {
  const line = text.replace(quotes, ' ').replaceAll('\\', ' ').replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line) ? line : '';
}

/** Alternatives; a single one needs no parentheses. */
function toGroup(words: readonly string[]): string[] {
  const some = [...new Set(words)].filter((word) => word !== '');
  return some.length > 1 ? [`(${some.join(' OR ')})`] : some;
}
