import { type ParameterRules, readList } from '../http/parameters.ts';
import { inBothNamings, type Naming, toNewName } from './names.ts';

/** Which fields and expansions a request asked for, by their new names. */
export interface Shape {
  readonly post: ReadonlySet<string>;
  readonly user: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
  readonly message: ReadonlySet<string>;
  readonly expansions: ReadonlySet<string>;
  readonly naming: Naming;
  /** Where pictures are served, without a slash at the end. */
  readonly baseUrl: string;
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

/** The field parameters of endpoints that answer posts. */
export const POST_SHAPE_RULES: ParameterRules = {
  ...COMMON_RULES,
  'poll.fields': ANY_TEXT,
  'place.fields': ANY_TEXT,
  expansions: { kind: 'list', values: POST_EXPANSIONS },
};
/** The field parameters of endpoints that answer users. */
export const USER_SHAPE_RULES: ParameterRules = {
  ...COMMON_RULES,
  expansions: { kind: 'list', values: USER_EXPANSIONS },
};
/** The field parameters of endpoints that answer direct messages. */
export const MESSAGE_SHAPE_RULES: ParameterRules = {
  ...COMMON_RULES,
  'dm_event.fields': { kind: 'list', values: MESSAGE_FIELDS },
  expansions: { kind: 'list', values: MESSAGE_EXPANSIONS },
};

/** What `query` asks for. An expansion brings its field along, as on X. */
export function readShape(query: URLSearchParams, naming: Naming, baseUrl: string): Shape {
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
    expansions,
    naming,
    baseUrl,
  };
}
