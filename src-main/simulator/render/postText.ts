import { POST_LIMIT, weightedLength } from '#shared/domain/postLength.ts';
import type { Post } from '../world/model.ts';
import { requirePerson } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { type Entities, type RenderedText, renderText, shortUrl } from './text.ts';

/** A post's text; `note` holds the whole of a text that is too long for `text`. */
export interface RenderedPostText extends RenderedText {
  readonly note: RenderedText | null;
}

// What is left of 280 after the ellipsis, a space and the link that X puts behind a text it has cut.
const CUT_LIMIT = POST_LIMIT - 26;

/** The text of `post` as X answers it, with the links that stand for its pictures behind. */
export function renderPostText(world: World, post: Post): RenderedPostText {
  const whole = renderText(world, post.text);
  if (weightedLength(withoutLeadingMentions(post)) <= POST_LIMIT)
    return { ...withPhotoLinks(world, post, whole), note: null };
  const cut = renderText(world, `${cutText(post.text)}…`);
  return { ...withPhotoLinks(world, post, cut), note: whole };
}

/** The text that X counts: in a reply the handles in front do not count. */
function withoutLeadingMentions(post: Post): string {
  return post.replyToId === null ? post.text : post.text.replace(/^(@\w{1,15}\s+)+/, '');
}

function cutText(text: string): string {
  const characters = [...text];
  let length = Math.min(characters.length, POST_LIMIT);
  while (length > 0 && weightedLength(characters.slice(0, length).join('')) > CUT_LIMIT) length -= 1;
  return characters.slice(0, length).join('').trimEnd();
}

function withPhotoLinks(world: World, post: Post, rendered: RenderedText): RenderedText {
  if (post.photoKeys.length === 0) return rendered;
  const handle = requirePerson(world, post.authorId).handle;
  const expanded = `https://x.com/${handle}/status/${post.id}/photo/1`;
  const url = shortUrl(expanded);
  const start = [...rendered.text].length + 1;
  const links = post.photoKeys.map((key) => ({
    start,
    end: start + url.length,
    url,
    expanded_url: expanded,
    display_url: `pic.x.com/${url.slice('https://t.co/'.length)}`,
    media_key: key,
  }));
  const entities: Entities = { ...rendered.entities, urls: [...(rendered.entities.urls ?? []), ...links] };
  return { text: `${rendered.text} ${url}`, entities };
}
