import twitterText from 'twitter-text';

/** A part of a post that X turns, or may turn, into a link. */
export interface PostLink {
  /** In UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where a missing space has made a link of two sentences, as in "bericht.Nu": the place for the space, else null. */
  readonly spaceAt: number | null;
}

const withScheme = /https?:\/\/[^\s<>"]+/giu;
const twoSentences = /^([\p{L}\p{N}-]*[\p{L}\p{N}]\.)\p{Lu}\p{Ll}*$/u;

/**
 * The top-level domains of the public suffix list that twitter-text 3.1.0 lacks: docs/decisions/0025-prices-of-links.md says how to
 * renew them.
 */
export const newerDomains = [
  ...['amazon', 'hotel', 'kids', 'merck', 'music', 'spa', 'web'],
  ...['アマゾン', '亚马逊', '澳门', '臺灣'],
  ...['ישראל'],
  ...['السعوديه', 'السعودیة', 'السعودیۃ', 'اليمن', 'ايران', 'سوريا', 'پاكستان'],
];

/** A name under one of them, outside addresses of every kind. */
const newerName = new RegExp(
  String.raw`(?<![\p{L}\p{N}@_./:-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:${newerDomains.join('|')})(?![\p{L}\p{N}@_-])`,
  'giu',
);

/**
 * What X turns into a link. twitter-text knows the top-level domains of 2018 only, and X newer ones; so with a scheme every host
 * with a dot counts: a price that is announced in vain is milder than one that is not.
 */
export function listPostLinks(text: string): PostLink[] {
  const known = twitterText
    .extractUrlsWithIndices(text)
    .map(({ indices: [start, end] }) => toLink(text, start, end));
  const others = [...text.matchAll(withScheme)].flatMap((match) => {
    const address = match[0].replace(/[.,;:!?)\]}'’»”]+$/u, '');
    const isKnown = known.some(({ start, end }) => match.index < end && start < match.index + address.length);
    return isKnown || !isPublicAddress(address)
      ? []
      : [toLink(text, match.index, match.index + address.length)];
  });
  return [...known, ...others].toSorted((a, b) => a.start - b.start);
}

/**
 * What X may charge as a link: what it links, and names under top-level domains newer than twitter-text's list, as in "foo.music".
 * docs/decisions/0025-prices-of-links.md says why.
 */
export function listPricedLinks(text: string): PostLink[] {
  const links = listPostLinks(text);
  const maybe = [...text.matchAll(newerName)]
    .map(({ 0: word, index }) => toLink(text, index, index + word.length))
    .filter(({ start, end }) => !links.some((link) => start < link.end && link.start < end));
  return [...links, ...maybe].toSorted((a, b) => a.start - b.start);
}

function toLink(text: string, start: number, end: number): PostLink {
  const word = text.slice(start, end);
  const first = twoSentences.exec(word)?.[1];
  return { start, end, text: word, spaceAt: first === undefined ? null : start + first.length };
}

const hostOf = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i;

const isPublicAddress = (address: string): boolean =>
  /\.(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu.test(hostOf.exec(address)?.[1] ?? '');
