import type { XRange, XSearchRange } from './xClient.ts';

/**
 * Every name that Perch puts into a request to X. X is renaming tweets to posts; requests still use the names that
 * the library and the documentation use, answers are read in both namings (bodies.ts).
 */
export const paths = {
  me: 'users/me',
  users: 'users',
  mentions: (userId: string) => `users/${userId}/mentions`,
  ownPosts: (userId: string) => `users/${userId}/tweets`,
  posts: 'tweets',
  search: 'tweets/search/recent',
  createPost: 'tweets',
  dms: 'dm_events',
  dmsWith: (participantId: string) => `dm_conversations/with/${participantId}/dm_events`,
  sendDm: (participantId: string) => `dm_conversations/with/${participantId}/messages`,
} as const;

const userFields =
  'username,name,created_at,description,location,profile_image_url,public_metrics,protected,receives_your_dm,verified';
const mediaFields = 'media_key,type,url,preview_image_url,alt_text,width,height';

export const userQuery = { 'user.fields': userFields } as const;

export const postQuery = {
  'tweet.fields':
    'author_id,attachments,conversation_id,created_at,edit_history_tweet_ids,entities,in_reply_to_user_id,lang,note_tweet,referenced_tweets',
  expansions:
    'author_id,in_reply_to_user_id,attachments.media_keys,referenced_tweets.id,referenced_tweets.id.author_id',
  'user.fields': userFields,
  'media.fields': mediaFields,
} as const;

/** The query of a page of a timeline. */
export const toPostQuery = ({ maxResults, sinceId, untilId, token }: XRange) => ({
  ...postQuery,
  max_results: maxResults,
  ...only('since_id', sinceId),
  ...only('until_id', untilId),
  ...only('pagination_token', token),
});

/** The query of a page of a search, which has its own name for the token. */
export const toSearchQuery = ({ query, startAt, token, ...range }: XSearchRange) => ({
  ...toPostQuery(range),
  query,
  ...only('start_time', startAt === undefined ? undefined : toXTime(startAt)),
  ...only('next_token', token),
});

const only = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });

// X takes whole seconds.
const toXTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

export const dmQuery = {
  'dm_event.fields':
    'attachments,created_at,dm_conversation_id,entities,event_type,id,participant_ids,sender_id,text',
  expansions: 'sender_id,attachments.media_keys,participant_ids',
  'user.fields': userFields,
  'media.fields': mediaFields,
} as const;

/** The body of a public reply. */
export const toReplyBody = (post: { readonly text: string; readonly inReplyTo: string }) => ({
  text: post.text,
  reply: { in_reply_to_tweet_id: post.inReplyTo },
});

/** What Perch asks X for at a login: reading, posting, direct messages, and staying signed in. */
export const scopes = [
  'tweet.read',
  'tweet.write',
  'users.read',
  'dm.read',
  'dm.write',
  'offline.access',
] as const;

export const tokenPath = '/2/oauth2/token';
export const authorizePath = '/i/oauth2/authorize';
