import twitterText from 'twitter-text';
import { z } from 'zod';
import { POST_LIMIT, weightedLength } from '#shared/domain/postLength.ts';
import type { Context } from '../context.ts';
import { forbidden, invalidBody } from '../http/problems.ts';
import { readBody } from '../http/readBody.ts';
import type { ApiRequest } from '../http/request.ts';
import { type Answer, json } from '../http/response.ts';
import { react } from '../reactions.ts';
import { fieldName } from '../render/names.ts';
import { renderPostText } from '../render/postText.ts';
import { ID_PATTERN } from '../world/ids.ts';
import type { Post } from '../world/model.ts';
import { requirePerson } from '../world/people.ts';
import { getPost, insertPost, listPosts } from '../world/posts.ts';
import type { World } from '../world/world.ts';
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

const DUPLICATE_REACH_MS = 24 * 60 * 60_000;

/** POST /2/tweets: makes a post of the account, or refuses it in X's words. */
export function createPost(context: Context, request: ApiRequest): Answer {
  const body = readBody(request, BODY);
  if (!body.ok) return body.error;
  const { world } = context;
  const text = toFullText(world, body.value);
  const refusal = refuse(context, body.value, text);
  if (refusal) return refusal;
  const post = insertPost(world, {
    authorId: world.accountId,
    text,
    at: context.clock.now(),
    origin: 'api',
    replyToId: body.value.reply?.in_reply_to_tweet_id,
  });
  if (post.replyToUserId !== null && post.replyToUserId !== world.accountId) {
    const wrote = {
      personId: post.replyToUserId,
      channel: 'public',
      postId: post.id,
      at: post.createdAt,
    } as const;
    react(world, context.reactions, wrote);
  }
  return created(context, post);
}

function created(context: Context, post: Post): Answer {
  const { text } = renderPostText(context.world, post);
  return json(201, {
    data: { [fieldName('edit_history_post_ids', context.naming)]: [post.id], id: post.id, text },
  });
}

function refuse(context: Context, body: Body, text: string): Answer | null {
  const words = withDeepLink(body);
  if (body.quote_tweet_id !== undefined) return forbidden('You are not permitted to perform this action.');
  if (body.media) return invalidBody('Your media IDs are invalid.');
  if (words.trim() === '') return invalidBody('Either text or media must be present.');
  if (weightedLength(words) > POST_LIMIT) return tooLong();
  if (twitterText.extractCashtags(words).length > 1)
    return invalidBody('A post may hold one cashtag at most.');
  return refuseReplyOf(context, body) ?? refuseDuplicate(context, text);
}

function refuseReplyOf(context: Context, body: Body): Answer | null {
  return body.reply ? refuseReply(context.world, body.reply.in_reply_to_tweet_id) : null;
}

function tooLong(): Answer {
  const where =
    'For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.';
  return invalidBody(`Your Tweet text is too long. ${where}`);
}

function refuseDuplicate(context: Context, text: string): Answer | null {
  const since = context.clock.now() - DUPLICATE_REACH_MS;
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

/** The text as X keeps it: a reply names in front whom it answers, unless its text does so already. */
function toFullText(world: World, body: Body): string {
  const words = withDeepLink(body);
  const parent = body.reply ? getPost(world, body.reply.in_reply_to_tweet_id) : null;
  if (!parent || parent.authorId === world.accountId) return words;
  const excluded = new Set(body.reply?.exclude_reply_user_ids ?? []);
  const named = twitterText.extractMentions(words).map((handle) => handle.toLowerCase());
  const handle = requirePerson(world, parent.authorId).handle;
  const isNamed = excluded.has(parent.authorId) || named.includes(handle.toLowerCase());
  return isNamed ? words : `@${handle} ${words}`;
}
