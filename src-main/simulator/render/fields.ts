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

/** The names of a comma-separated list of new names, in both namings. */
function inBothNamings(list: string): ReadonlySet<string> {
  const newNames = list.split(',').map((name) => name.trim());
  return new Set(newNames.flatMap((name) => [name, OLD_BY_NEW.get(name) ?? name]));
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

const POST_FIELDS =
  inBothNamings(`article,attachments,author_id,card_uri,community_id,context_annotations,conversation_id,created_at,
  display_text_range,edit_controls,edit_history_post_ids,entities,geo,id,in_reply_to_user_id,lang,media_metadata,
  non_public_metrics,note_post,organic_metrics,possibly_sensitive,promoted_metrics,public_metrics,referenced_posts,
  reply_settings,scopes,source,text,withheld`);
const USER_FIELDS =
  inBothNamings(`affiliation,confirmed_email,connection_status,created_at,description,entities,id,is_identity_verified,location,
  most_recent_post_id,name,parody,pinned_post_id,profile_banner_url,profile_image_url,protected,public_metrics,
  receives_your_dm,subscription,subscription_type,url,username,verified,verified_followers_count,verified_type,withheld`);
const MEDIA_FIELDS =
  inBothNamings(`alt_text,duration_ms,height,media_key,non_public_metrics,organic_metrics,preview_image_url,promoted_metrics,
  public_metrics,type,url,variants,width`);
const POLL_FIELDS = inBothNamings('duration_minutes,end_datetime,id,options,voting_status');
const MESSAGE_FIELDS = inBothNamings(
  `attachments,created_at,dm_conversation_id,entities,event_type,id,participant_ids,referenced_posts,sender_id,text`,
);
const POST_EXPANSIONS =
  inBothNamings(`article.cover_media,article.media_entities,attachments.media_keys,attachments.media_source_tweet,
  attachments.poll_ids,author_id,edit_history_post_ids,entities.mentions.username,geo.place_id,in_reply_to_user_id,
  entities.note.mentions.username,referenced_posts,referenced_posts.id,referenced_posts.id.author_id,
  referenced_posts.id.attachments.media_keys`);
const USER_EXPANSIONS = inBothNamings('affiliation,affiliation.user_id,most_recent_post_id,pinned_post_id');
const MESSAGE_EXPANSIONS = inBothNamings(
  'attachments.media_keys,participant_ids,referenced_posts,referenced_posts.id,sender_id',
);

const ANY_TEXT = { kind: 'text', max: 1000 } as const;
const COMMON_RULES: ParameterRules = {
  'tweet.fields': { kind: 'list', values: POST_FIELDS },
  'post.fields': { kind: 'list', values: POST_FIELDS },
  'user.fields': { kind: 'list', values: USER_FIELDS },
  'media.fields': { kind: 'list', values: MEDIA_FIELDS },
};

/** The field parameters of endpoints that return posts. */
export const POST_FIELD_RULES: ParameterRules = {
  ...COMMON_RULES,
  'poll.fields': { kind: 'list', values: POLL_FIELDS },
  'place.fields': ANY_TEXT,
  expansions: { kind: 'list', values: POST_EXPANSIONS },
};
/** The field parameters of endpoints that return users. */
export const USER_FIELD_RULES: ParameterRules = {
  ...COMMON_RULES,
  expansions: { kind: 'list', values: USER_EXPANSIONS },
};
/** The field parameters of endpoints that return direct messages. */
export const MESSAGE_FIELD_RULES: ParameterRules = {
  ...COMMON_RULES,
  'dm_event.fields': { kind: 'list', values: MESSAGE_FIELDS },
  expansions: { kind: 'list', values: MESSAGE_EXPANSIONS },
};

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
