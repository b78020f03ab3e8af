import { forbidden } from '../http/problems.ts';
import type { Answer } from '../http/response.ts';
import type { Post } from '../world/model.ts';
import { requirePerson } from '../world/people.ts';
import { getPost, listPosts } from '../world/posts.ts';
import type { World } from '../world/world.ts';

/**
 * X's refusal of a reply through the API, or null when it is allowed: the author of the answered post must have
 * named the account or quoted one of its posts. The account may always go on from its own posts.
 */
export function refuseReply(world: World, targetId: string): Answer | null {
  const target = getPost(world, targetId);
  if (!target) {
    return forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.');
  }
  if (target.authorId === world.accountId || hasEngaged(world, target.authorId)) return null;
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
