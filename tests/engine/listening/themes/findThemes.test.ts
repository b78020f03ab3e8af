import { describe, expect, it } from 'vitest';
import { termsOf } from '#engine/listening/termsOf.ts';
import { findThemes, type ThemePost } from '#engine/listening/themes/findThemes.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';

const now = 1_000 * DAY_MS;
const by = (author: number, text: string, at = now - MINUTE_MS): ThemePost => ({
  authorId: `a${author}`,
  at,
  text,
});
const many = (count: number, text: string, at?: number): ThemePost[] =>
  Array.from({ length: count }, (_, n) => by(n, text, at));

/** A hundred hours, in each of which somebody writes about their parcel, and every tenth about rain. */
const past: ThemePost[] = Array.from({ length: 100 }, (_, n) =>
  by(n, n % 10 === 0 ? 'My parcel stood in the rain' : 'Where is my parcel?', now - (n + 2) * HOUR_MS),
);
const termsFound = (posts: readonly ThemePost[]) => findThemes(posts, now).map(({ term }) => term);

describe('themes', () => {
  it('are words and hashtags that are new, with their authors, as most write them', () => {
    const themes = findThemes([...past, ...many(5, 'Parcel stuck #Strike'), by(9, 'parcel #strike')], now);
    expect(themes).toEqual([{ term: '#strike', label: '#Strike', authors: 6, usual: expect.any(Number) }]);
    expect(themes[0]?.usual).toBeLessThan(0.1);
  });

  it('are words rather than hashtags where some write one without #', () => {
    expect(termsFound([...past, ...many(5, '#strike'), by(9, 'a strike')])).toEqual(['strike']);
  });

  it('are not what people always write about, however busy the hour', () => {
    expect(termsFound([...past, ...many(60, 'Where is my parcel?')])).toEqual([]);
    expect(termsFound([...past, ...many(60, 'Where is my parcel?'), ...many(7, 'parcel rain')])).toEqual([]);
    expect(termsFound([...past, ...many(12, 'Rain again')])).toEqual(['rain']);
  });

  it('count an author once, and need four of them', () => {
    expect(termsFound([...past, ...Array.from({ length: 20 }, () => by(1, 'outage'))])).toEqual([]);
    expect(termsFound([...past, ...many(3, 'outage')])).toEqual([]);
    expect(termsFound([...past, ...many(4, 'outage')])).toEqual(['outage']);
  });

  it('are of the last hour', () => {
    expect(termsFound([...past, ...many(9, 'outage', now - HOUR_MS - 1)])).toEqual([]);
  });

  it('need a past', () => {
    expect(termsFound([...past.slice(0, 40), ...many(9, 'outage')])).toEqual([]);
  });

  it('are named once each, five at most', () => {
    expect(termsFound([...past, ...many(9, 'payment terminal broken')])).toHaveLength(1);
    const topics = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf'];
    const posts = topics.flatMap((topic, n) => Array.from({ length: 6 }, (_, k) => by(n * 10 + k, topic)));
    expect(termsFound([...past, ...posts])).toHaveLength(5);
  });
});

describe('the terms of a post', () => {
  it('are its words and hashtags, without stop words, handles, links and numbers', () => {
    const terms = termsOf('@shop Mijn pakket is al 3 dagen kwijt, #Staking! https://x.example/pakje');
    expect([...terms]).toEqual([
      ['#staking', '#Staking'],
      ['pakket', 'pakket'],
      ['kwijt', 'kwijt'],
      ['staking', 'Staking'],
    ]);
  });

  it('are folded as the search folds them', () => {
    expect([...termsOf('Élections et GRÈVE').keys()]).toEqual(['elections', 'greve']);
  });
});
