import { describe, expect, it } from 'vitest';
import type { SearchTerms } from '#shared/domain/savedSearch.ts';
import { QUERY_LIMIT, toSearchQuery } from '#shared/domain/searchQuery.ts';

const terms = (change: Partial<SearchTerms>): SearchTerms => ({
  all: [],
  any: [],
  phrases: [],
  hashtags: [],
  none: [],
  lang: null,
  ...change,
});

describe('toSearchQuery', () => {
  it.each<[string, Partial<SearchTerms>, string]>([
    ['joins words that must all stand there', { all: ['parcel', 'late'] }, 'parcel late -is:retweet'],
    [
      'groups words of which one is enough',
      { any: ['harbour', 'harbor'] },
      '(harbour OR harbor) -is:retweet',
    ],
    ['leaves one word without parentheses', { any: ['harbour'] }, 'harbour -is:retweet'],
    ['quotes phrases', { phrases: ['where is my parcel'] }, '"where is my parcel" -is:retweet'],
    ['groups hashtags', { hashtags: ['harbour', '#fail'] }, '(#harbour OR #fail) -is:retweet'],
    [
      'takes words away',
      { all: ['harbour'], none: ['boat', 'new york'] },
      'harbour -boat -"new york" -is:retweet',
    ],
    ['asks for a language', { all: ['haven'], lang: 'nl' }, 'haven lang:nl -is:retweet'],
    [
      'puts everything in one order',
      { all: ['a'], any: ['b', 'c'], phrases: ['d e'], hashtags: ['f'], none: ['g'], lang: 'en' },
      'a (b OR c) "d e" #f -g lang:en -is:retweet',
    ],
    [
      'lets nobody write operators',
      { all: ['from:somebody', 'OR', '-x'] },
      '"from:somebody" "OR" x -is:retweet',
    ],
    ['lets nobody end a phrase', { phrases: ['say "hi" now'] }, '"say hi now" -is:retweet'],
    [
      'lets nobody end a phrase with the quotation marks of other languages',
      { phrases: ['« colis perdu »', '„spätes Paket“', '「荷物」'] },
      '"colis perdu" "spätes Paket" "荷物" -is:retweet',
    ],
    ['keeps brackets and negation to itself', { all: ['(late', 'not'] }, '"(late" "not" -is:retweet'],
    [
      "leaves names, tags and don't",
      { all: ['@harbour', '#late', "don't"] },
      "@harbour #late don't -is:retweet",
    ],
    ['says nothing twice', { all: ['a', 'a'], any: ['b', 'b'] }, 'a b -is:retweet'],
    ['leaves out what no post is found by', { all: ['a', '!!!', '#'], phrases: ['""'] }, 'a -is:retweet'],
    ['finds an emoji', { all: ['📦'] }, '📦 -is:retweet'],
    ['knows other scripts', { all: ['größe', '荷物'] }, 'größe 荷物 -is:retweet'],
  ])('%s', (_, change, query) => {
    expect(toSearchQuery(terms(change), null)).toEqual({ ok: true, value: query });
  });

  it('rejects a search for nothing', () => {
    const result = toSearchQuery(terms({ none: ['boat'], lang: 'nl' }), null);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid', path: 'terms' } });
  });

  it('accepts a query as long as X does', () => {
    const words = (last: string) => [...Array.from({ length: 6 }, (_, n) => `${n}`.padEnd(80, 'x')), last];
    const rest = QUERY_LIMIT - ' -is:retweet'.length - 6 * 81;
    expect(toSearchQuery(terms({ all: words('y'.repeat(rest)) }), null).ok).toBe(true);
    expect(toSearchQuery(terms({ all: words('y'.repeat(rest + 1)) }), null).ok).toBe(false);
  });

  it('reports the length of a query that is too long', () => {
    const result = toSearchQuery(
      terms({ any: Array.from({ length: 20 }, (_, index) => `${index}`.padEnd(30, 'a')) }),
      null,
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'queryTooLong', limit: QUERY_LIMIT } });
  });

  it.each<[string, Partial<SearchTerms>, string]>([
    [
      'leaves out what names the account, and its own posts',
      { all: ['parcel'] },
      'parcel -is:retweet -@HarbourHelp -from:HarbourHelp',
    ],
    [
      'finds what names it where that is looked for',
      { all: ['@harbourhelp', 'late'] },
      '@harbourhelp late -is:retweet -from:HarbourHelp',
    ],
    [
      'finds it as one of several words too',
      { any: ['parcel', '@HARBOURHELP'] },
      '(parcel OR @HARBOURHELP) -is:retweet -from:HarbourHelp',
    ],
    [
      'finds it in a phrase too',
      { phrases: ['thanks, @harbourhelp!'] },
      '"thanks, @harbourhelp!" -is:retweet -from:HarbourHelp',
    ],
    [
      'knows a longer name for another one',
      { phrases: ['thanks @harbourhelp_nl'] },
      '"thanks @harbourhelp_nl" -is:retweet -@HarbourHelp -from:HarbourHelp',
    ],
    [
      'says once what is left out anyway',
      { all: ['parcel'], none: ['@HarbourHelp'] },
      'parcel -@HarbourHelp -is:retweet -from:HarbourHelp',
    ],
  ])('%s', (_, change, query) => {
    expect(toSearchQuery(terms(change), 'HarbourHelp')).toEqual({ ok: true, value: query });
  });

  it('finds mentions too rather than reject a query that becomes too long by excluding them', () => {
    const long = (length: number) =>
      terms({
        phrases: Array(6)
          .fill(0)
          .map((_, n) => `${n}`.padEnd(length, 'x')),
      });
    const short = toSearchQuery(long(73), 'harbourhelp');
    expect(short).toMatchObject({ value: expect.stringMatching(/ -@harbourhelp -from:harbourhelp$/) });
    const full = toSearchQuery(long(79), 'harbourhelp');
    expect(full).toEqual(toSearchQuery(long(79), null));
    expect(full).toMatchObject({ ok: true, value: expect.not.stringContaining('harbourhelp') });
    for (const query of [short, full])
      expect(query.ok && query.value.length).toBeLessThanOrEqual(QUERY_LIMIT);
  });
});
