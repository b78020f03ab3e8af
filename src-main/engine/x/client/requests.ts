import type { CallName } from '../calls.ts';
import type { XDmMediaFile, XNewDm, XRange, XReply, XSearchRange } from '../xClient.ts';
import type { XRequest } from './httpTransport.ts';

/*
 * Every path, field and parameter that Perch puts into a request to X. X is renaming tweets to posts: requests still use
 * the old names, as the library and the documentation do; responses are read with both (responseBodies.ts).
 */

export const paths = {
  me: 'users/me',
  users: 'users',
  mentions: (userId: string) => `users/${userId}/mentions`,
  ownPosts: (userId: string) => `users/${userId}/tweets`,
  quotes: (postId: string) => `tweets/${postId}/quote_tweets`,
  posts: 'tweets',
  search: 'tweets/search/recent',
  counts: 'tweets/counts/recent',
  createPost: 'tweets',
  dms: 'dm_events',
  dmsWith: (participantId: string) => `dm_conversations/with/${participantId}/dm_events`,
  post: (postId: string) => `tweets/${postId}`,
  hidden: (postId: string) => `tweets/${postId}/hidden`,
  muting: (ownId: string) => `users/${ownId}/muting`,
  muted: (ownId: string, userId: string) => `users/${ownId}/muting/${userId}`,
  dmBlock: (userId: string, change: 'block' | 'unblock') => `users/${userId}/dm/${change}`,
  sendDm: (participantId: string) => `dm_conversations/with/${participantId}/messages`,
  beginUpload: 'media/upload/initialize',
  appendUpload: (mediaId: string) => `media/upload/${mediaId}/append`,
  finishUpload: (mediaId: string) => `media/upload/${mediaId}/finalize`,
  upload: 'media/upload',
  mediaMetadata: 'media/metadata',
  dmMedia: ({ dmId, mediaId, resourceId }: XDmMediaFile) =>
    `dm_conversations/media/${dmId}/${mediaId}/${resourceId}`,
} as const;

const userFields =
  'username,name,created_at,description,entities,location,profile_image_url,public_metrics,protected,receives_your_dm,verified';
const mediaFields = 'media_key,type,url,preview_image_url,variants,duration_ms,alt_text,width,height';

const postFields =
  'author_id,attachments,conversation_id,created_at,edit_history_tweet_ids,entities,in_reply_to_user_id,lang,note_tweet,public_metrics,referenced_tweets';

export const userQuery = { 'user.fields': userFields } as const;

export const postQuery = {
  'tweet.fields': postFields,
  expansions:
    'author_id,in_reply_to_user_id,attachments.media_keys,attachments.poll_ids,referenced_tweets.id,referenced_tweets.id.author_id,referenced_tweets.id.attachments.media_keys',
  'user.fields': userFields,
  'media.fields': mediaFields,
  'poll.fields': 'duration_minutes,end_datetime,id,options,voting_status',
} as const;

/** The query for a page of a timeline. */
export const toPostQuery = ({ maxResults, sinceId, untilId, token }: XRange) => ({
  ...postQuery,
  max_results: maxResults,
  ...only('since_id', sinceId),
  ...only('until_id', untilId),
  ...only('pagination_token', token),
});

/** The query for a page of search results, where the token has another name. */
export const toSearchQuery = ({ query, startAt, token, ...range }: XSearchRange) => ({
  ...toPostQuery(range),
  query,
  ...only('start_time', startAt === undefined ? undefined : toXTime(startAt)),
  ...only('next_token', token),
});

const only = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });

// X takes whole seconds.
const toXTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

// Only fields that X's OpenAPI file lists in its versions of both namings. `sender_id` and `participant_ids` were fields
// until August 2026; each expansion brings the field of its name, before and since.
export const dmQuery = {
  'dm_event.fields': 'attachments,created_at,dm_conversation_id,entities,event_type,id,text',
  expansions: 'sender_id,attachments.media_keys,participant_ids,referenced_tweets.id',
  'tweet.fields': postFields,
  'user.fields': userFields,
  'media.fields': mediaFields,
} as const;

/** The body of a public reply. */
export const toReplyBody = ({ text, inReplyTo, mediaIds = [], excludeMentions = [] }: XReply) => ({
  ...textOf(text),
  reply: {
    in_reply_to_tweet_id: inReplyTo,
    ...(excludeMentions.length === 0 ? {} : { exclude_reply_user_ids: excludeMentions }),
  },
  ...(mediaIds.length === 0 ? {} : { media: { media_ids: mediaIds } }),
});

/** The body of a private message. */
export const toDmBody = ({ text, mediaId }: Pick<XNewDm, 'text' | 'mediaId'>) => ({
  ...textOf(text),
  ...(mediaId === undefined ? {} : { attachments: [{ media_id: mediaId }] }),
});

// X takes no empty text with a picture.
const textOf = (text: string) => (text === '' ? {} : { text });

/** The permissions of a login: reading, posting, pictures, moderating, direct messages, and staying signed in. */
export const scopes = [
  'tweet.read',
  'tweet.write',
  'tweet.moderate.write',
  'users.read',
  'mute.write',
  'dm.read',
  'dm.write',
  'media.write',
  'offline.access',
] as const;

export const tokenPath = '/2/oauth2/token';
export const authorizePath = '/i/oauth2/authorize';

/** The smallest pages that X gives; lookups by id have no pages. */
const smallestPages: Readonly<Partial<Record<CallName, number>>> = {
  listMentions: 5,
  listOwnPosts: 5,
  listQuotes: 10,
  searchRecent: 10,
  listDms: 1,
  listDmsWith: 1,
};

/** The same request for a page of at most `most` items, as far as X gives pages that small. */
export function fitPage(name: CallName, request: XRequest, most: number): XRequest {
  const smallest = smallestPages[name];
  const size = request.query?.max_results;
  if (smallest === undefined || typeof size !== 'number' || size <= most) return request;
  return { ...request, query: { ...request.query, max_results: Math.max(smallest, Math.floor(most)) } };
}
