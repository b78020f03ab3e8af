import type { z } from 'zod';
import type { Link } from '#shared/domain/message.ts';
import type { UrlBody } from './bodies.ts';

/** A text as a person reads it, with its links. */
export interface ReadableText {
  readonly text: string;
  readonly links: readonly Link[];
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Undoes the three escapes that X puts into texts; each only once. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
}

/**
 * The text with short links replaced by what they stand for, and without those that only stand for a picture. Long
 * addresses stand in the text without their scheme.
 */
export function toReadableText(raw: string, urls: readonly (z.infer<typeof UrlBody> | null)[]): ReadableText {
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
