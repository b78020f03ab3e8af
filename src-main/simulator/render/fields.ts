import { type ParameterRules, readList } from '../http/parameters.ts';

/** X's two sets of field names: `old` with `tweets`, until August 2026, and `new` with `posts`. */
export type Naming = 'old' | 'new';

const OLD_BY_NEW = new Map([
  ['referenced_posts', 'referenced_tweets'],
  ['note_post', 'note_tweet'],
  ['edit_history_post_ids', 'edit_history_tweet_ids'],
  ['posts', 'tweets'],
  ['post_count', 'tweet_count'],
  ['repost_count', 'retweet_count'],
  ['most_recent_post_id', 'most_recent_tweet_id'],
  ['pinned_post_id', 'pinned_tweet_id'],
  ['referenced_posts.id', 'referenced_tweets.id'],
  ['referenced_posts.id.author_id', 'referenced_tweets.id.author_id'],
  ['referenced_posts.id.attachments.media_keys', 'referenced_tweets.id.attachments.media_keys'],
]);

const NEW_BY_OLD = new Map([...OLD_BY_NEW].map(([newName, oldName]) => [oldName, newName]));

/** A field name as it is sent, from its new name. */
export function fieldName(newName: string, naming: Naming): string {
  return naming === 'new' ? newName : (OLD_BY_NEW.get(newName) ?? newName);
}

/** The new name of a field that a request gives in either naming. */
export function toNewName(name: string): string {
  return NEW_BY_OLD.get(name) ?? name;
}

/** The same fields by their new names. */
export function withNewNames(fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [toNewName(name), value]));
}

/** The fields and expansions that a request selects, by their new names. */
export interface FieldSelection {
  readonly post: ReadonlySet<string>;
  readonly user: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
  readonly message: ReadonlySet<string>;
  readonly poll: ReadonlySet<string>;
  readonly expansions: ReadonlySet<string>;
  readonly naming: Naming;
  /** The address that pictures are served from, without a trailing slash. */
  readonly baseUrl: string;
  /** The time of the response: a poll is closed once it has ended. */
  readonly now: number;
}

/** What the field parameters of a request may list in one naming. */
interface KnownNames {
  readonly post: string;
  readonly user: string;
  readonly message: string;
  readonly postExpansions: string;
  readonly userExpansions: string;
  readonly messageExpansions: string;
}

const MEDIA_FIELDS = `alt_text,duration_ms,height,media_key,non_public_metrics,organic_metrics,preview_image_url,
  promoted_metrics,public_metrics,type,url,variants,width`;
const POLL_FIELDS = 'duration_minutes,end_datetime,id,options,voting_status';
const SHARED_POST_FIELDS = `article,attachments,card_uri,community_id,context_annotations,conversation_id,created_at,
  display_text_range,edit_controls,entities,geo,id,lang,media_metadata,non_public_metrics,organic_metrics,possibly_sensitive,
  promoted_metrics,public_metrics,reply_settings,scopes,source,text,withheld`;
const SHARED_USER_FIELDS = `confirmed_email,connection_status,created_at,description,entities,id,is_identity_verified,location,
  name,parody,profile_banner_url,profile_image_url,protected,public_metrics,receives_your_dm,subscription,subscription_type,url,
  username,verified,verified_followers_count,verified_type,withheld`;
const SHARED_POST_EXPANSIONS = `article.cover_media,article.media_entities,attachments.media_keys,
  attachments.media_source_tweet,attachments.poll_ids,author_id,entities.mentions.username,geo.place_id,in_reply_to_user_id`;
const SHARED_MESSAGE_FIELDS = 'attachments,created_at,dm_conversation_id,entities,event_type,id,text';
const SHARED_MESSAGE_EXPANSIONS = 'attachments.media_keys,participant_ids,sender_id';

/** The names of X's OpenAPI file before and since August 2026. Each X refuses those of the other. */
const KNOWN: Readonly<Record<Naming, KnownNames>> = {
  old: {
    post: `${SHARED_POST_FIELDS},author_id,edit_history_tweet_ids,in_reply_to_user_id,note_tweet,referenced_tweets`,
    user: `${SHARED_USER_FIELDS},affiliation,most_recent_tweet_id,pinned_tweet_id`,
    message: `${SHARED_MESSAGE_FIELDS},participant_ids,referenced_tweets,sender_id`,
    postExpansions: `${SHARED_POST_EXPANSIONS},edit_history_tweet_ids,entities.note.mentions.username,referenced_tweets.id,
      referenced_tweets.id.author_id,referenced_tweets.id.attachments.media_keys`,
    userExpansions: 'affiliation.user_id,most_recent_tweet_id,pinned_tweet_id',
    messageExpansions: `${SHARED_MESSAGE_EXPANSIONS},referenced_tweets.id`,
  },
  new: {
    post: `${SHARED_POST_FIELDS},note_post`,
    user: SHARED_USER_FIELDS,
    message: SHARED_MESSAGE_FIELDS,
    postExpansions: `${SHARED_POST_EXPANSIONS},edit_history_post_ids,referenced_posts`,
    userExpansions: 'affiliation,most_recent_post_id,pinned_post_id',
    messageExpansions: `${SHARED_MESSAGE_EXPANSIONS},referenced_posts`,
  },
};

const toRule = (list: string) =>
  ({ kind: 'list', values: new Set(list.split(',').map((name) => name.trim())) }) as const;
const ANY_TEXT = { kind: 'text', max: 1000 } as const;

const commonRules = (naming: Naming): ParameterRules => ({
  [naming === 'new' ? 'post.fields' : 'tweet.fields']: toRule(KNOWN[naming].post),
  'user.fields': toRule(KNOWN[naming].user),
  'media.fields': toRule(MEDIA_FIELDS),
});

/** The field parameters of endpoints that return posts. */
export const postFieldRules = (naming: Naming): ParameterRules => ({
  ...commonRules(naming),
  'poll.fields': toRule(POLL_FIELDS),
  'place.fields': ANY_TEXT,
  expansions: toRule(KNOWN[naming].postExpansions),
});

/** The field parameters of endpoints that return users. */
export const userFieldRules = (naming: Naming): ParameterRules => ({
  ...commonRules(naming),
  expansions: toRule(KNOWN[naming].userExpansions),
});

/** The field parameters of endpoints that return direct messages. */
export const messageFieldRules = (naming: Naming): ParameterRules => ({
  ...commonRules(naming),
  'dm_event.fields': toRule(KNOWN[naming].message),
  expansions: toRule(KNOWN[naming].messageExpansions),
});

interface SelectionContext extends Pick<FieldSelection, 'naming' | 'baseUrl'> {
  readonly clock: { now(): number };
}

/** Reads the field parameters of `query`. An expansion selects its field too, as on X. */
export function readFieldSelection(
  query: URLSearchParams,
  { naming, baseUrl, clock }: SelectionContext,
): FieldSelection {
  const fields = (...names: string[]): Set<string> =>
    new Set(names.flatMap((name) => readList(query, name)).map(toNewName));
  const expansions = fields('expansions');
  const post = fields('tweet.fields', 'post.fields');
  const message = fields('dm_event.fields');
  for (const expansion of expansions) {
    const field = expansion.split('.')[0] ?? expansion;
    post.add(field);
    message.add(field);
  }
  return {
    post,
    user: fields('user.fields'),
    media: fields('media.fields'),
    message,
    poll: fields('poll.fields'),
    expansions,
    naming,
    baseUrl,
    now: clock.now(),
  };
}
