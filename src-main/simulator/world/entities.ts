import twitterText from 'twitter-text';
import { listPostLinks } from '#shared/domain/postLinks.ts';

type Found = ReturnType<typeof twitterText.extractEntitiesWithIndices>[number];
/** A link, mention, hashtag or cashtag in a text; `indices` are in UTF-16 units, the end is exclusive. */
export type Entity =
  | Exclude<Found, { url: string }>
  | { readonly url: string; readonly indices: [number, number] };

/** What X finds in a text, in its order. A handle or tag inside a link, such as in example.com/@brand, is none. */
export function listEntities(text: string): Entity[] {
  const links = listPostLinks(text);
  const isOutside = ({ indices: [from, to] }: Found) =>
    links.every(({ start, end }) => to <= start || from >= end);
  const marks = twitterText
    .extractEntitiesWithIndices(text)
    .filter((entity): entity is Exclude<Found, { url: string }> => !('url' in entity) && isOutside(entity));
  const urls = links.map(({ start, end, text: url }): Entity => ({ url, indices: [start, end] }));
  return [...marks, ...urls].toSorted((a, b) => a.indices[0] - b.indices[0]);
}

/** The addresses in a text, as they are written. */
export const listLinks = (text: string): string[] => listPostLinks(text).map((link) => link.text);

/** The mentioned handles, in lower case. */
export const listMentions = (text: string): string[] =>
  listEntities(text).flatMap((entity) => ('screenName' in entity ? entity.screenName.toLowerCase() : []));
