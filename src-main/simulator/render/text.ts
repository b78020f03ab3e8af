import twitterText from 'twitter-text';
import { getPersonByHandle } from '../world/people.ts';
import type { World } from '../world/world.ts';

/** Entities in X's shape; positions count Unicode characters of the text they belong to. */
export interface Entities {
  mentions?: object[];
  hashtags?: object[];
  cashtags?: object[];
  urls?: object[];
}

/** A text as X gives it out: `&`, `<` and `>` escaped, every link shortened to t.co. */
export interface RenderedText {
  readonly text: string;
  readonly entities: Entities;
}

/** Where the shortened link of `url` points from; the same link is always shortened alike. */
export function shortUrl(url: string): string {
  let hash = 14_695_981_039_346_656_037n;
  for (const byte of Buffer.from(url)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 1_099_511_628_211n);
  return `https://t.co/${hash.toString(36).padStart(13, '0').slice(-10)}`;
}

/** The text and entities of `raw` as X answers them. */
export function renderText(world: World, raw: string): RenderedText {
  const entities: Entities = {};
  let text = '';
  let position = 0;
  const append = (part: string): { start: number; end: number } => {
    const start = position;
    text += part;
    position += [...part].length;
    return { start, end: position };
  };
  let read = 0;
  for (const entity of twitterText.extractEntitiesWithIndices(raw)) {
    const [from, to] = entity.indices;
    append(escapeText(raw.slice(read, from)));
    const literal = raw.slice(from, to);
    if ('url' in entity) addUrl(entities, append(shortUrl(literal)), literal);
    else {
      const place = append(escapeText(literal));
      if ('screenName' in entity) addMention(world, entities, place, entity.screenName);
      else if ('hashtag' in entity)
        entities.hashtags = [...(entities.hashtags ?? []), { ...place, tag: entity.hashtag }];
      else if ('cashtag' in entity)
        entities.cashtags = [...(entities.cashtags ?? []), { ...place, tag: entity.cashtag }];
    }
    read = to;
  }
  append(escapeText(raw.slice(read)));
  return { text, entities };
}

/** Whether there is anything in `entities`. */
export function hasEntities(entities: Entities): boolean {
  return Object.keys(entities).length > 0;
}

type Place = { readonly start: number; readonly end: number };

function addMention(world: World, entities: Entities, place: Place, handle: string): void {
  const person = getPersonByHandle(world, handle);
  const mention = { ...place, username: person?.handle ?? handle, ...(person ? { id: person.id } : {}) };
  entities.mentions = [...(entities.mentions ?? []), mention];
}

function addUrl(entities: Entities, place: Place, literal: string): void {
  const expanded = /^https?:\/\//i.test(literal) ? literal : `http://${literal}`;
  const bare = expanded.replace(/^https?:\/\/(www\.)?/i, '');
  const display = bare.length > 27 ? `${bare.slice(0, 26)}…` : bare;
  const url = { ...place, url: shortUrl(literal), expanded_url: expanded, display_url: display };
  entities.urls = [...(entities.urls ?? []), url];
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
