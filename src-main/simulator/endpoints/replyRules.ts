import { forbidden } from '../http/problems.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Post } from '../world/model.ts';
import { requirePerson } from '../world/people.ts';
import { getPost, listPosts } from '../world/posts.ts';
import type { World } from '../world/world.ts';

/**
 * X's refusal of a reply through the API, or null if it is allowed: the author of the parent post must have mentioned
 * the account or quoted one of its posts. The account may always reply to its own posts.
 */
export function refuseReply(world: World, parentId: string): HttpResponse | null {
  const parent = getPost(world, parentId);
  if (!parent) {
    return forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.');
  }
  if (parent.authorId === world.accountId || hasEngaged(world, parent.authorId)) return null;
  return forbidden(
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  );
}

function hasEngaged(world: World, personId: string): boolean {
  const handle = requirePerson(world, world.accountId).handle.toLowerCase();
  const isEngagement = (post: Post): boolean =>
    post.authorId === personId && (post.mentions.includes(handle) || isOwnPost(world, post.quotedId));
  return listPosts(world, isEngagement).length > 0;
}

function isOwnPost(world: World, id: string | null): boolean {
  return id !== null && world.posts.get(id)?.authorId === world.accountId;
}
