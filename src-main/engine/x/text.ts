import type { Link } from '#shared/domain/message.ts';
import { toLinkedPostId, withoutLastShortLink } from './quoteLinks.ts';

/** A short link in a text, as X describes it. */
export interface ShortLink {
  /** How it is written in the text. */
  readonly url: string;
  /** Where it is written, counted in Unicode code points of the text as X sent it; `end` is exclusive. */
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
  readonly expanded_url?: string | null | undefined;
  /** Where it leads after all redirects. */
  readonly unwound_url?: string | null | undefined;
  /** With which HTTP status the page responded to X. */
  readonly status?: number | null | undefined;
  /** Set if the link only represents an attached picture. */
  readonly media_key?: string | null | undefined;
}

/** A text as a person reads it, with its links in their order. */
interface ReadableText {
  readonly text: string;
  readonly links: readonly Link[];
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Undoes the three escapes that X puts into texts; each only once. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
}

/**
 * The text with each short link replaced by the address that it abbreviates, without its scheme, and without the links that
 * only represent a picture or, at the end, one of the posts with the ids `quoted`. Links are found by their positions; one whose position X does
 * not state, or states wrongly, by its words. What X sends is never a pattern: `$&` in an address stays `$&`.
 *
 *     raw    A &amp; B 👍 https://t.co/x1 ok       {url: "https://t.co/x1", start: 12, end: 27, expanded_url: "https://a.example/?$&"}
 *     text   A & B 👍 a.example/?$& ok             {start: 9, end: 22, shown: "a.example/?$&", url: "https://a.example/?$&"}
 *
 * The positions of the result are in UTF-16 units of its text.
 */
export function toReadableText(
  raw: string,
  urls: readonly (ShortLink | null)[],
  quoted: readonly string[] = [],
): ReadableText {
  const links: Link[] = [];
  let text = '';
  let readTo = 0;
  const placed = placeShortLinks(raw, urls);
  const leftOut = listLeftOut(raw, placed, quoted);
  for (const one of placed) {
    const { from, to, link } = one;
    text += decodeEntities(raw.slice(readTo, from));
    readTo = to;
    if (leftOut.has(one)) continue;
    const shown = (link.expanded_url ?? link.url).replace(/^https?:\/\//i, '');
    const url = link.unwound_url ?? link.expanded_url ?? link.url;
    const isDead = link.status === 404 || link.status === 410;
    links.push({
      start: text.length,
      end: text.length + shown.length,
      shown,
      url,
      ...(isDead ? { isDead } : {}),
    });
    text += shown;
  }
  const rest = raw.slice(readTo);
  const isUnexplained = quoted.length > 0 && placed.length === 0;
  text += decodeEntities(isUnexplained ? withoutLastShortLink(rest) : rest);
  return { text: leftOut.size > 0 ? text.trimEnd() : text, links };
}

// A link to a quoted post within a sentence is one of its words.
function listLeftOut(raw: string, placed: readonly Placed[], quoted: readonly string[]): Set<Placed> {
  const leftOut = new Set<Placed>();
  let end = raw.length;
  for (const one of placed.toReversed()) {
    const { from, to, link } = one;
    const isLast = raw.slice(to, end).trim() === '';
    const isQuote = isLast && quoted.includes(toLinkedPostId(link.expanded_url ?? '') ?? '');
    if (!isQuote && !link.media_key) continue;
    leftOut.add(one);
    if (isLast) end = from;
  }
  return leftOut;
}

interface Placed {
  /** In UTF-16 units of the raw text. */
  readonly from: number;
  readonly to: number;
  readonly link: ShortLink;
}

function placeShortLinks(raw: string, urls: readonly (ShortLink | null)[]): Placed[] {
  const given = urls.filter((link) => link !== null && link.url !== '') as ShortLink[];
  if (given.length === 0) return [];
  const offsets = toOffsets(raw);
  const placed = new Map<number, Placed>();
  const unplaced = new Map<string, ShortLink[]>();
  for (const link of given) {
    const from = offsets[link.start ?? -1];
    const to = offsets[link.end ?? -1];
    const isRight = from !== undefined && to !== undefined && raw.slice(from, to) === link.url;
    // Each picture of a post repeats the one link of them all.
    if (isRight && !placed.has(from)) placed.set(from, { from, to, link });
    else if (!isRight) unplaced.set(link.url, [...(unplaced.get(link.url) ?? []), link]);
  }
  for (const links of unplaced.values()) placeByWords(raw, links, placed);
  return withoutOverlaps([...placed.values()].toSorted((a, b) => a.from - b.from));
}

// Equal short links in their order; the last also takes what is left, as one entity may stand for several places.
function placeByWords(raw: string, links: readonly ShortLink[], placed: Map<number, Placed>): void {
  const url = links[0]?.url ?? '';
  const free = listWords(raw, url).filter((from) => !placed.has(from));
  for (const [at, from] of free.entries()) {
    const link = links[Math.min(at, links.length - 1)];
    if (link) placed.set(from, { from, to: from + url.length, link });
  }
}

function withoutOverlaps(sorted: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  for (const one of sorted) if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one);
  return kept;
}

/** The UTF-16 offset of each code point, and that of the end. */
function toOffsets(text: string): number[] {
  const offsets = [0];
  for (const point of text) offsets.push((offsets.at(-1) ?? 0) + point.length);
  return offsets;
}

/** A link as it was stored; Perch 0.1 kept no positions. */
export interface StoredLink {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly shown: string;
  readonly url: string;
}

/**
 * Links of a stored message, placed in `text`, which is the stored text or what an agent wrote before X expanded it, and so may
 * have the scheme of a link. Links whose words are not at their position, or that have none, are placed where these words stand, if
 * these are as many places as links; any other is left out, because it could lead from the wrong words.
 */
export function placeLinks(text: string, links: readonly StoredLink[]): Link[] {
  const placed: Link[] = [];
  const unplaced = new Map<string, string[]>();
  for (const { start, end, shown, url } of links) {
    if (shown === '') continue;
    if (start !== undefined && end !== undefined && text.slice(start, end) === shown)
      placed.push({ start, end, shown, url });
    else unplaced.set(shown, [...(unplaced.get(shown) ?? []), url]);
  }
  for (const [shown, urls] of unplaced) {
    const places = listAddresses(text, shown);
    if (places.length !== urls.length) continue;
    for (const [at, place] of places.entries()) placed.push({ ...place, url: urls[at] ?? '' });
  }
  const sorted = placed.toSorted((a, b) => a.start - b.start);
  return sorted.filter((link, at) => at === 0 || link.start >= (sorted[at - 1]?.end ?? 0));
}

function listAddresses(text: string, words: string): Omit<Link, 'url'>[] {
  return listOccurrences(text, words).flatMap((at) => {
    const scheme = /https?:\/\/$/i.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? '';
    const start = at - scheme.length;
    const end = at + words.length;
    return isWhole(text, start, end) ? [{ start, end, shown: text.slice(start, end) }] : [];
  });
}

/** Where `words` stand in `text`, but not as a part of a longer address or word. */
const listWords = (text: string, words: string): number[] =>
  listOccurrences(text, words).filter((at) => isWhole(text, at, at + words.length));

function listOccurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push(at);
  return found;
}

// Two signs on either side decide; a sign may take two units.
const isWhole = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}/@-]$|[\p{L}\p{N}]\.$/u.test(text.slice(Math.max(0, start - 4), start)) &&
  !/^(?:[\p{L}\p{N}/@-]|\.[\p{L}\p{N}])/u.test(text.slice(end, end + 4));
