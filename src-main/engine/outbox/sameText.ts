import { decodeEntities } from '../x/text.ts';

/** Whether the text that X shows is the one that was sent: X escapes, shortens links and puts mentions in front. */
export function isSameText(sent: string, shown: string): boolean {
  const wanted = split(sent);
  const found = split(shown);
  if (!wanted.mentions.every((mention) => found.mentions.includes(mention))) return false;
  return wanted.words === found.words || fits(wanted.words, found.words);
}

/** A text without what X changes in it: escapes, mentions in front, the form of letters, links and spaces. */
export function normaliseText(text: string): string {
  return split(text).words;
}

interface Split {
  /** Those in front, in lower case. */
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

// The scheme, the www and the slash at the end come and go; hosts know no capitals, and letters beyond ASCII are escaped.
function normaliseLink(word: string): string {
  if (!/https?:\/\/|[a-z0-9]\.[a-z]{2}/i.test(word)) return word;
  const [, before = '', rest = word] = /^([("'[]*)(?:https?:\/\/)?(?:www\.)?(.*)$/is.exec(word) ?? [];
  const url = `https://${rest.toLowerCase()}`;
  const whole = URL.canParse(url) ? new URL(url).href : url;
  return `${before}${whole.slice('https://'.length).replace(/\/+$/, '')}`;
}

const shortLink = /(?:https?:\/\/)?t\.co\/\w+/g;

// A short link that X did not explain may stand for any link.
function fits(wanted: string, found: string): boolean {
  const parts = found.split(shortLink);
  if (parts.length === 1) return false;
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\S+');
  return new RegExp(`^${pattern}$`).test(wanted);
}
