import type { Link } from '#shared/domain/message.ts';

/** A short link in a text, as X describes it. */
export interface ShortLink {
  /** How it is written in the text. */
  readonly url: string;
  readonly expanded_url?: string | null | undefined;
  /** Where it leads after all redirects. */
  readonly unwound_url?: string | null | undefined;
  /** Set if the link only represents an attached picture. */
  readonly media_key?: string | null | undefined;
}

/** A text as a person reads it, with its links. */
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
 * The text with each short link replaced by the address that it abbreviates, without its scheme, and without the links
 * that only represent a picture.
 */
export function toReadableText(raw: string, urls: readonly (ShortLink | null)[]): ReadableText {
  const links = new Map<string, Link>();
  let text = decodeEntities(raw);
  for (const link of urls) {
    if (!link || link.url === '' || !text.includes(link.url)) continue;
    if (link.media_key) {
      text = text.replaceAll(link.url, '').trimEnd();
      continue;
    }
    const url = link.unwound_url ?? link.expanded_url ?? link.url;
    const shown = (link.expanded_url ?? link.url).replace(/^https?:\/\//i, '');
    text = text.replaceAll(link.url, shown);
    links.set(shown, { shown, url });
  }
  return { text, links: [...links.values()] };
}
