import {
  toLinkedPostId,
  withoutLastShortLink,
  withoutMediaLink,
  withoutQuoteLinks,
} from '../x/quoteLinks.ts';
import { decodeEntities } from '../x/text.ts';

/**
 * Whether `shown`, as X returns it, is the text `sent`. X escapes `&<>`, shortens links and puts mentions in front:
 * `See https://example.com/a & b` may come back as `@anna See https://t.co/x1 &amp; b`.
 * Where the message quotes posts, a link to one of them at the end of `sent` is no part of `shown`; a text that links to none of them
 * is another one. Where pictures went with `sent`, X appends a link to them, of which it does not always say what it is.
 */
export function isSameText(
  sent: string,
  shown: string,
  quoted: readonly string[] = [],
  hasFiles = false,
): boolean {
  const withoutPictures = hasFiles ? withoutMediaLink(shown) : shown;
  if (withoutPictures !== shown && isSameText(sent, withoutPictures, quoted)) return true;
  const written = quoted.length === 0 ? sent : withoutQuotes(sent, quoted);
  return written !== null && isSameWords(written, shown);
}

function withoutQuotes(sent: string, quoted: readonly string[]): string | null {
  const words = withoutQuoteLinks(sent, quoted);
  if (words !== sent) return words;
  const isLinked = sent.split(/\s+/).some((word) => quoted.includes(toLinkedPostId(word) ?? ''));
  if (isLinked) return sent;
  const unshortened = withoutLastShortLink(sent);
  return unshortened === sent ? null : unshortened;
}

function isSameWords(sent: string, shown: string): boolean {
  const wanted = split(sent);
  const found = split(shown);
  if (!wanted.mentions.every((mention) => found.mentions.includes(mention))) return false;
  return wanted.words === found.words || matchesShortLinks(wanted.words, found.words);
}

/** A text without what X may change: escapes, mentions in front, Unicode form, the writing of links, spaces. */
export function normaliseText(text: string): string {
  return split(text).words;
}

interface Split {
  /** The mentions in front, in lower case. */
  readonly mentions: readonly string[];
  readonly words: string;
}

function split(text: string): Split {
  const plain = decodeEntities(text).normalize('NFC').replace(/\s+/g, ' ').trim();
  const front = /^(?:@\w{1,20}(?: |$))+/.exec(plain)?.[0] ?? '';
  return {
    mentions: front
      .toLowerCase()
      .split(' ')
      .filter((mention) => mention !== ''),
    words: plain.slice(front.length).trim().replace(/\S+/g, normaliseLink),
  };
}

// X drops or adds the scheme, www and a trailing slash; case does not matter in hosts, and X escapes non-ASCII letters.
function normaliseLink(word: string): string {
  if (!/https?:\/\/|[a-z0-9]\.[a-z]{2}/i.test(word)) return word;
  const [, before = '', rest = word] = /^([("'[]*)(?:https?:\/\/)?(?:www\.)?(.*)$/is.exec(word) ?? [];
  const url = `https://${rest.toLowerCase()}`;
  const whole = URL.canParse(url) ? new URL(url).href : url;
  return `${before}${whole.slice('https://'.length).replace(/\/+$/, '')}`;
}

const shortLink = /(?:https?:\/\/)?t\.co\/\w+/g;

// A short link that X did not expand may be any link.
function matchesShortLinks(wanted: string, found: string): boolean {
  const parts = found.split(shortLink);
  if (parts.length === 1) return false;
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\S+');
  return new RegExp(`^${pattern}$`).test(wanted);
}
