import type { Context } from '../context.ts';
import { forbidden } from '../http/problems.ts';
import type { ApiRequest } from '../http/request.ts';
import { type Answer, json } from '../http/response.ts';
import { deletePost, getPost } from '../world/posts.ts';

/** DELETE /2/tweets/:id: takes away one of the account's own posts. Deleting what is gone succeeds, as on X. */
export function removePost(context: Context, request: ApiRequest): Answer {
  const post = getPost(context.world, request.params.id ?? '');
  if (!post) return json(200, { data: { deleted: true } });
  if (post.authorId !== context.world.accountId) {
    return forbidden('You are not authorized to delete this Tweet.');
  }
  deletePost(context.world, post, context.clock.now());
  return json(200, { data: { deleted: true } });
}
