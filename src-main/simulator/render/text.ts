import { POST_LIMIT, weightedLength } from '#shared/domain/postLength.ts';
import { listEntities } from '../world/entities.ts';
import type { DirectMessage, Post } from '../world/model.ts';
import { getPersonByHandle, requirePerson } from '../world/people.ts';
import type { World } from '../world/world.ts';

/** Entities as X sends them; positions count Unicode code points of the rendered text. */
interface Entities {
  mentions?: object[];
  hashtags?: object[];
  cashtags?: object[];
  urls?: UrlEntity[];
}

type UrlEntity = Position & { readonly expanded_url: string };

/** A text as X sends it: `&`, `<` and `>` escaped, every link shortened to t.co. */
interface RenderedText {
  readonly text: string;
  readonly entities: Entities;
}

/** The t.co link for `url`; deterministic. */
function shortUrl(url: string): string {
  let hash = 14_695_981_039_346_656_037n;
  for (const byte of Buffer.from(url)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 1_099_511_628_211n);
  return `https://t.co/${hash.toString(36).padStart(13, '0').slice(-10)}`;
}

/** Renders `raw` with its entities. */
export function renderText(world: World, raw: string): RenderedText {
  const entities: Entities = {};
  let text = '';
  let length = 0;
  const append = (part: string): Position => {
    const start = length;
    text += part;
    length += [...part].length;
    return { start, end: length };
  };
  let read = 0;
  for (const entity of listEntities(raw)) {
    const [from, to] = entity.indices;
    append(escapeText(raw.slice(read, from)));
    const literal = raw.slice(from, to);
    if ('url' in entity) addUrl(entities, append(shortUrl(literal)), literal);
    else {
      const position = append(escapeText(literal));
      if ('screenName' in entity) addMention(world, entities, position, entity.screenName);
      else if ('hashtag' in entity)
        entities.hashtags = [...(entities.hashtags ?? []), { ...position, tag: entity.hashtag }];
      else if ('cashtag' in entity)
        entities.cashtags = [...(entities.cashtags ?? []), { ...position, tag: entity.cashtag }];
    }
    read = to;
  }
  append(escapeText(raw.slice(read)));
  return { text, entities };
}

/** Whether the text has any entities. */
export function hasEntities(entities: Entities): boolean {
  return Object.keys(entities).length > 0;
}

type Position = { readonly start: number; readonly end: number };

function addMention(world: World, entities: Entities, position: Position, handle: string): void {
  const person = getPersonByHandle(world, handle);
  const mention = { ...position, username: person?.handle ?? handle, ...(person ? { id: person.id } : {}) };
  entities.mentions = [...(entities.mentions ?? []), mention];
}

function addUrl(entities: Entities, position: Position, literal: string): void {
  const expanded = /^https?:\/\//i.test(literal) ? literal : `http://${literal}`;
  const bare = expanded.replace(/^https?:\/\/(www\.)?/i, '');
  const display = bare.length > 27 ? `${bare.slice(0, 26)}…` : bare;
  const url = { ...position, url: shortUrl(literal), expanded_url: expanded, display_url: display };
  entities.urls = [...(entities.urls ?? []), url];
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The text of a post; if it is too long for `text`, that is shortened and `note` has all of it. */
interface RenderedPostText extends RenderedText {
  readonly note: RenderedText | null;
}

// Leaves room for the ellipsis, a space and the link that X appends to a shortened text.
const CUT_LIMIT = POST_LIMIT - 26;

/** The text of `post` as X sends it; a t.co link for its pictures is appended. */
export function renderPostText(world: World, post: Post): RenderedPostText {
  const full = renderText(world, post.text);
  if (weightedLength(withoutLeadingMentions(post)) <= POST_LIMIT)
    return { ...withAttachedLinks(world, post, full), note: null };
  const cut = renderText(world, `${cutText(post.text)}…`);
  return { ...withAttachedLinks(world, post, cut), note: full };
}

/** The text whose length X counts: the leading handles of a reply are free. */
function withoutLeadingMentions(post: Post): string {
  return post.replyToId === null ? post.text : post.text.replace(/^(@\w{1,15}\s+)+/, '');
}

function cutText(text: string): string {
  const characters = [...text];
  let length = Math.min(characters.length, POST_LIMIT);
  while (length > 0 && weightedLength(characters.slice(0, length).join('')) > CUT_LIMIT) length -= 1;
  return characters.slice(0, length).join('').trimEnd();
}

/** Appends the link to a quoted post, then that of the pictures, as X does. */
function withAttachedLinks(world: World, post: Post, rendered: RenderedText): RenderedText {
  const quoting = post.quotedId === null ? rendered : withPostLink(world, post.quotedId, rendered);
  if (post.photoKeys.length === 0) return quoting;
  const handle = requirePerson(world, post.authorId).handle;
  const expanded = `https://x.com/${handle}/status/${post.id}/photo/1`;
  const display = `pic.x.com/${shortUrl(expanded).slice('https://t.co/'.length)}`;
  return withLinks(quoting, expanded, display, post.photoKeys);
}

/** Appends the link to a post that is quoted or shared, unless its author wrote it there. */
export function withPostLink(world: World, postId: string, rendered: RenderedText): RenderedText {
  const { urls = [] } = rendered.entities;
  const length = [...rendered.text.trimEnd()].length;
  if (urls.some(({ end, expanded_url: to }) => end === length && to.endsWith(`/status/${postId}`)))
    return rendered;
  const authorId = world.posts.get(postId)?.authorId;
  const handle = authorId === undefined ? 'i' : requirePerson(world, authorId).handle;
  const expanded = `https://x.com/${handle}/status/${postId}`;
  return withLinks(rendered, expanded, `${expanded.slice('https://'.length, 'https://'.length + 26)}…`);
}

/** Appends the link to the pictures of a direct message that was sent through the API. */
export function withPhotoLink(
  { id, origin, photoKeys }: Pick<DirectMessage, 'id' | 'origin' | 'photoKeys'>,
  rendered: RenderedText,
): RenderedText {
  if (origin !== 'api' || photoKeys.length === 0) return rendered;
  const expanded = `https://x.com/messages/media/${id}`;
  const display = `pic.x.com/${shortUrl(expanded).slice('https://t.co/'.length)}`;
  return withLinks(rendered, expanded, display, photoKeys);
}

/** Appends one link, with an entity for each of its pictures, or one. */
function withLinks(
  rendered: RenderedText,
  expanded: string,
  display: string,
  mediaKeys: readonly string[] = [],
): RenderedText {
  const url = shortUrl(expanded);
  const before = rendered.text === '' ? '' : `${rendered.text} `;
  const start = [...before].length;
  const link = { start, end: start + url.length, url, expanded_url: expanded, display_url: display };
  const links = mediaKeys.length === 0 ? [link] : mediaKeys.map((key) => ({ ...link, media_key: key }));
  const entities: Entities = { ...rendered.entities, urls: [...(rendered.entities.urls ?? []), ...links] };
  return { text: `${before}${url}`, entities };
}
