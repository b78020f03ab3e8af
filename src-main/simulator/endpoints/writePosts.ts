import twitterText from 'twitter-text';
import { z } from 'zod';
import { POST_LIMIT, weightedLength } from '#shared/domain/postLength.ts';
import { DAY_MS } from '#shared/time.ts';
import { ID_PATTERN } from '../base/ids.ts';
import { forbidden, invalidBody } from '../http/problems.ts';
import { type ApiRequest, readBody } from '../http/request.ts';
import { type HttpResponse, json } from '../http/response.ts';
import { fieldName } from '../render/fields.ts';
import { renderPostText } from '../render/text.ts';
import type { Context } from '../state/context.ts';
import { listMentions } from '../world/entities.ts';
import type { Post } from '../world/model.ts';
import { getPersonByHandle, requirePerson } from '../world/people.ts';
import { deletePost, getPost, insertPost, listPosts } from '../world/posts.ts';
import { scheduleReaction } from '../world/reactions.ts';
import type { World } from '../world/world.ts';
import { attachUploads } from './attachUploads.ts';
import { refuseReply } from './replyRules.ts';

const ID = z.string().regex(ID_PATTERN);
const BODY = z.strictObject({
  text: z.string().optional(),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: ID,
      exclude_reply_user_ids: z.array(ID).optional(),
      auto_populate_reply_metadata: z.boolean().optional(),
    })
    .optional(),
  direct_message_deep_link: z
    .string()
    .regex(/^https:\/\/(x|twitter)\.com\/messages\/compose\?recipient_id=\d+(&|$)/)
    .optional(),
  media: z
    .strictObject({ media_ids: z.array(ID).min(1).max(4), tagged_user_ids: z.array(ID).optional() })
    .optional(),
  reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
  quote_tweet_id: ID.optional(),
  made_with_ai: z.boolean().optional(),
});
type Body = z.infer<typeof BODY>;

const DUPLICATE_WINDOW_MS = DAY_MS;

/** POST /2/tweets: creates a post of the account, or refuses it with X's error. */
export function createPost(context: Context, request: ApiRequest): HttpResponse {
  const body = readBody(request, BODY);
  if (!body.ok) return body.error;
  const { world } = context;
  const text = toFullText(world, body.value);
  const photos = attachUploads(context, 'tweet', body.value.media?.media_ids ?? []);
  if (!photos.ok) return photos.error;
  const refusal = refuse(context, body.value, text);
  if (refusal) return refusal;
  const post = insertPost(world, {
    authorId: world.accountId,
    text,
    at: context.clock.now(),
    origin: 'api',
    replyToId: body.value.reply?.in_reply_to_tweet_id,
    photos: photos.value,
  });
  if (post.replyToUserId !== null && post.replyToUserId !== world.accountId) {
    scheduleReaction(world, context.reactions, {
      personId: post.replyToUserId,
      channel: 'public',
      postId: post.id,
      text: post.text,
      at: post.createdAt,
    });
  }
  return respondCreated(context, post);
}

function respondCreated(context: Context, post: Post): HttpResponse {
  const { text } = renderPostText(context.world, post);
  return json(201, {
    data: { [fieldName('edit_history_post_ids', context.naming)]: [post.id], id: post.id, text },
  });
}

function refuse(context: Context, body: Body, fullText: string): HttpResponse | null {
  const text = withDeepLink(body);
  if (body.quote_tweet_id !== undefined) return forbidden('You are not permitted to perform this action.');
  if (text.trim() === '' && !body.media) return invalidBody('Either text or media must be present.');
  if (weightedLength(text) > POST_LIMIT) return tooLong();
  if (twitterText.extractCashtags(text).length > 1)
    return invalidBody('A post may hold one cashtag at most.');
  // X does not compare pictures.
  return refuseReplyOf(context, body) ?? (body.media ? null : refuseDuplicate(context, fullText));
}

function refuseReplyOf(context: Context, body: Body): HttpResponse | null {
  return body.reply ? refuseReply(context.world, body.reply.in_reply_to_tweet_id) : null;
}

function tooLong(): HttpResponse {
  const hint =
    'For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.';
  return invalidBody(`Your Tweet text is too long. ${hint}`);
}

function refuseDuplicate(context: Context, text: string): HttpResponse | null {
  const since = context.clock.now() - DUPLICATE_WINDOW_MS;
  const isSame = (post: Post): boolean =>
    post.authorId === context.world.accountId && post.createdAt > since && post.text === text;
  const duplicates = listPosts(context.world, isSame);
  return duplicates.length > 0
    ? forbidden('You are not allowed to create a Tweet with duplicate content.')
    : null;
}

function withDeepLink(body: Body): string {
  const link = body.direct_message_deep_link;
  return link === undefined ? (body.text ?? '') : `${body.text ?? ''} ${link}`.trim();
}

/**
 * The text as X stores it: a reply starts with the handles of the parent's author and of whom the parent mentions, but for those whom
 * it mentions itself, those who are left out, and the account. The author cannot be left out.
 */
function toFullText(world: World, body: Body): string {
  const text = withDeepLink(body);
  const parent = body.reply ? getPost(world, body.reply.in_reply_to_tweet_id) : null;
  if (!parent || parent.authorId === world.accountId) return text;
  const excluded = new Set([world.accountId, ...(body.reply?.exclude_reply_user_ids ?? [])]);
  const others = parent.mentions.flatMap((handle) => getPersonByHandle(world, handle) ?? []);
  const wanted = others.filter(({ id }) => id !== parent.authorId && !excluded.has(id));
  const written = listMentions(text);
  const handles = [requirePerson(world, parent.authorId), ...wanted]
    .map(({ handle }) => handle)
    .filter((handle) => !written.includes(handle.toLowerCase()));
  return [...new Set(handles.map((handle) => `@${handle}`)), text].join(' ');
}

/** DELETE /2/tweets/:id: deletes one of the account's own posts. Succeeds if it is already gone, as on X. */
export function deleteOwnPost(context: Context, request: ApiRequest): HttpResponse {
  const post = getPost(context.world, request.params.id ?? '');
  if (!post) return json(200, { data: { deleted: true } });
  if (post.authorId !== context.world.accountId) {
    return forbidden('You are not authorized to delete this Tweet.');
  }
  deletePost(context.world, post, context.clock.now());
  return json(200, { data: { deleted: true } });
}
