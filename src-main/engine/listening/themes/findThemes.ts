import type { Theme } from '#shared/domain/theme.ts';
import { HOUR_MS } from '#shared/time.ts';
import { termsOf } from '../termsOf.ts';

/** A post as themes see it. */
export interface ThemePost {
  readonly authorId: string;
  readonly at: number;
  readonly text: string;
}

/** So many authors make a theme at least, */
const LEAST_AUTHORS = 4;
/** so many times as many as usual, and so many spreads more. */
const TIMES = 3;
const SPREADS = 3;
/** With less past than this nothing is known to be new. */
const LEAST_PAST = 50;
const MOST_THEMES = 5;
/** A term by mostly the same authors as another one is the same theme. */
const SAME_SHARE = 0.7;

interface Count {
  /** Who wrote it; in the past, once an hour. */
  readonly authors: Set<string>;
  readonly forms: Map<string, number>;
}

/**
 * What far more authors of the last hour, until `now`, write about than those of the posts before:
 *
 *     usual = authors of the hour * (past uses + 0.5) / (past authors + 1)
 *     theme = at least 4 authors, 3 * usual, and usual + 3 * sqrt(usual)
 *
 * As shares of what was written, so that a busy hour makes no themes by itself. An author counts once an hour, however often they write. The most
 * surprising first, five at most; none while there is little past.
 */
export function findThemes(posts: readonly ThemePost[], now: number): Theme[] {
  const [recent, past] = [new Map<string, Count>(), new Map<string, Count>()];
  const [recentAuthors, pastAuthors] = [new Set<string>(), new Set<string>()];
  for (const post of posts) {
    const isRecent = post.at > now - HOUR_MS;
    const author = isRecent ? post.authorId : `${post.authorId} ${Math.floor(post.at / HOUR_MS)}`;
    (isRecent ? recentAuthors : pastAuthors).add(author);
    count(isRecent ? recent : past, author, post.text);
  }
  if (pastAuthors.size < LEAST_PAST) return [];
  const themes = [...recent].flatMap(([term, { authors, forms }]) => {
    const before = past.get(term)?.authors.size ?? 0;
    const usual = (recentAuthors.size * (before + 0.5)) / (pastAuthors.size + 1);
    const least = Math.max(LEAST_AUTHORS, usual * TIMES, usual + SPREADS * Math.sqrt(usual));
    return authors.size >= least ? [{ term, label: toLabel(forms), authors, usual }] : [];
  });
  const sorted = themes.toSorted((a, b) => surprise(b) - surprise(a) || (a.term < b.term ? -1 : 1));
  return withoutSame(sorted)
    .slice(0, MOST_THEMES)
    .map((theme) => ({ ...theme, authors: theme.authors.size }));
}

function count(counts: Map<string, Count>, author: string, text: string): void {
  for (const [term, form] of termsOf(text)) {
    const known = counts.get(term) ?? { authors: new Set(), forms: new Map() };
    counts.set(term, known);
    known.authors.add(author);
    known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
  }
}

function toLabel(forms: ReadonlyMap<string, number>): string {
  const [first] = [...forms].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}

interface Found {
  readonly term: string;
  readonly authors: ReadonlySet<string>;
  readonly usual: number;
}

const surprise = ({ authors, usual }: Found): number => (authors.size - usual) / Math.sqrt(usual + 1);

function withoutSame<T extends Found>(themes: readonly T[]): T[] {
  const kept: T[] = [];
  for (const theme of themes) if (!kept.some((other) => isSame(theme, other))) kept.push(theme);
  return kept;
}

function isSame(one: Found, other: Found): boolean {
  const both = [...one.authors].filter((author) => other.authors.has(author)).length;
  return both >= SAME_SHARE * Math.max(one.authors.size, other.authors.size);
}
