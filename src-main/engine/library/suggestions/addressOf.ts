import type { Link } from '#shared/domain/message.ts';

/** An address in a text, its scheme included or not. */
const written = /https?:\/\/[^\s<>"]+/giu;
const trailing = /[.,;:!?)\]}'"’”»]+$/u;

/** Parameters that say who came from where, in which language or how a page is shown, but not to which document. */
const passing =
  /^(?:utm_.*|_g[al]|mc_.*|[a-z]*clid|visit_id|hl|lang|language|locale|rd|ref.*|linkid|cid|icid|zcid|caller|jp_cmp|clk|s|source|src|page|sort|filter|p)$/iu;

/** The places of all addresses in a text: those that X made links of, and those that are written out. In order. */
export function listAddresses(text: string, links: readonly Link[]): Pick<Link, 'start' | 'end' | 'url'>[] {
  const others = [...text.matchAll(written)].flatMap(({ 0: found, index }) => {
    const url = found.replace(trailing, '');
    const isKnown = links.some(({ start, end }) => index < end && start < index + url.length);
    return isKnown ? [] : [{ start: index, end: index + url.length, url }];
  });
  const valid = links.filter(
    ({ start, end, url }) => start >= 0 && start < end && end <= text.length && url !== '',
  );
  return [...valid, ...others].toSorted((a, b) => a.start - b.start);
}

/**
 * The document to which a text links first, in one way of writing, so that equal documents have equal addresses: without scheme, www,
 * fragment, parameters that do not choose the document, and differences of case. Null if it links to none.
 */
export function documentOf(text: string, links: readonly Link[]): string | null {
  for (const { url } of listAddresses(text, links)) {
    const document = toDocument(url);
    if (document !== null) return document;
  }
  return null;
}

/** The one way of writing an address; null if it is none. */
export function toDocument(address: string): string | null {
  const url = URL.parse(address.replace(trailing, ''));
  if (!url || !/^https?:$/u.test(url.protocol)) return null;
  const host = url.host.replace(/^(?:www|m)\./u, '');
  const path = url.pathname.replace(/\/+$/u, '').toLowerCase();
  const chosen = [...url.searchParams].filter(([name]) => !passing.test(name)).map((pair) => pair.join('='));
  return `${host}${path}${chosen.length > 0 ? `?${chosen.toSorted().join('&')}` : ''}`;
}
