import type { World } from './world.ts';

const LINK_AT_END = /https:\/\/(?:x|twitter)\.com\/\w+\/status\/(\d{1,19})\s*$/;

/** The id of the post to which a link at the end of `text` leads; null if there is no such link or post. */
export function getLinkedPostId(world: World, text: string): string | null {
  const id = LINK_AT_END.exec(text)?.[1];
  return id !== undefined && world.posts.has(id) ? id : null;
}
