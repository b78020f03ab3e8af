import type { Link } from '#shared/domain/message.ts';

/** A segment of a message; all segments concatenate to its text. */
export type Segment =
  | { readonly type: 'text' | 'mention' | 'tag'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly link: Link };

/** Mentions as X recognises them, not inside words or e-mail addresses; hashtags in any script. */
const marks =
  /(?<![\p{L}\p{N}_@.])@\w{1,15}(?![\w@])|(?<![\p{L}\p{N}_&])#[\p{L}\p{N}_\p{M}]*\p{L}[\p{L}\p{N}_\p{M}]*/gu;

/** Splits a text at its links, mentions and hashtags. Links beyond the end of a shortened text are left out. */
export function toSegments(text: string, links: readonly Link[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const link of links) {
    if (link.start < at || link.end > text.length) continue;
    segments.push(...toMarked(text.slice(at, link.start)));
    segments.push({ type: 'link', text: text.slice(link.start, link.end), link });
    at = link.end;
  }
  segments.push(...toMarked(text.slice(at)));
  return segments;
}

function toMarked(text: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > at) segments.push({ type: 'text', text: text.slice(at, match.index) });
    segments.push({ type: match[0].startsWith('@') ? 'mention' : 'tag', text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length) segments.push({ type: 'text', text: text.slice(at) });
  return segments;
}

/** The target of a link as a browser parses it; the host is in punycode, which exposes look-alike letters. */
export interface LinkTarget {
  readonly url: string;
  readonly host: string;
  /** True if the visible text does not contain this host, which must be shown then. */
  readonly differs: boolean;
}

/** The target of a link; null if Perch will not open it because it is not https or contains credentials. */
export function toLinkTarget(shown: string, address: string): LinkTarget | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return { url: url.href, host: url.host, differs: !namesHost(shown, url.host) };
}

function namesHost(shown: string, host: string): boolean {
  const bare = shown.replace(/^https?:\/\//i, '').toLowerCase();
  const named = bare.split(/[/?#…]/, 1)[0] ?? '';
  return named.replace(/^www\./, '') === host.replace(/^www\./, '');
}
