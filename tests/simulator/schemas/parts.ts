import type { Naming } from '#simulator/render/fields.ts';

/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** An id of a post, user or message. */
export const ID: Schema = { type: 'string', pattern: '^[0-9]{1,19}$' };
const MEDIA_KEY: Schema = { type: 'string', pattern: '^[0-9]+_[0-9]+$' };
const TIME: Schema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' };
const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const FLAG: Schema = { type: 'boolean' };

/** An object with these fields and no others. */
export function object(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** A list that X leaves out instead of sending it empty. */
export function list(items: Schema): Schema {
  return { type: 'array', minItems: 1, items };
}

const position = { start: COUNT, end: COUNT };
const ENTITIES = object(
  {
    mentions: list(object({ ...position, username: TEXT, id: ID }, ['start', 'end', 'username'])),
    hashtags: list(object({ ...position, tag: TEXT }, ['start', 'end', 'tag'])),
    cashtags: list(object({ ...position, tag: TEXT }, ['start', 'end', 'tag'])),
    urls: list(
      object({ ...position, url: TEXT, expanded_url: TEXT, display_url: TEXT, media_key: MEDIA_KEY }, [
        'start',
        'end',
        'url',
      ]),
    ),
  },
  [],
);
const REFERENCE = object({ type: { enum: ['replied_to', 'quoted', 'retweeted'] }, id: ID }, ['type', 'id']);

/** A post in either naming. */
export function postSchema(naming: Naming): Schema {
  const isNew = naming === 'new';
  const history = isNew ? 'edit_history_post_ids' : 'edit_history_tweet_ids';
  const metrics = [isNew ? 'repost_count' : 'retweet_count', 'reply_count', 'like_count', 'bookmark_count'];
  return object(
    {
      id: ID,
      text: TEXT,
      [history]: list(ID),
      author_id: ID,
      conversation_id: ID,
      created_at: TIME,
      in_reply_to_user_id: ID,
      [isNew ? 'referenced_posts' : 'referenced_tweets']: list(REFERENCE),
      attachments: object({ media_keys: list(MEDIA_KEY) }, []),
      entities: ENTITIES,
      [isNew ? 'note_post' : 'note_tweet']: object({ text: TEXT, entities: ENTITIES }, ['text']),
      edit_controls: object({ edits_remaining: COUNT, is_edit_eligible: FLAG, editable_until: TIME }, [
        'edits_remaining',
        'is_edit_eligible',
        'editable_until',
      ]),
      lang: TEXT,
      possibly_sensitive: FLAG,
      reply_settings: {
        enum: ['everyone', 'mentionedUsers', 'following', 'other', 'subscribers', 'verified'],
      },
      public_metrics: object(
        Object.fromEntries([...metrics, 'quote_count', 'impression_count'].map((name) => [name, COUNT])),
        [...metrics, 'impression_count'],
      ),
      display_text_range: { type: 'array', items: COUNT, minItems: 2, maxItems: 2 },
    },
    ['id', 'text', history],
  );
}

/** A user in either naming. */
export function userSchema(naming: Naming): Schema {
  const posts = naming === 'new' ? 'post_count' : 'tweet_count';
  const counts = ['followers_count', 'following_count', 'listed_count', posts];
  return object(
    {
      id: ID,
      name: TEXT,
      username: { type: 'string', pattern: '^[A-Za-z0-9_]{1,15}$' },
      created_at: TIME,
      description: TEXT,
      location: TEXT,
      profile_image_url: { type: 'string', pattern: '^https?://' },
      protected: FLAG,
      receives_your_dm: FLAG,
      verified: FLAG,
      verified_type: { enum: ['blue', 'government', 'business', 'none'] },
      public_metrics: object(
        Object.fromEntries([...counts, 'like_count'].map((name) => [name, COUNT])),
        counts,
      ),
      url: TEXT,
    },
    ['id', 'name', 'username'],
  );
}

/** A direct message event. */
export const MESSAGE: Schema = object(
  {
    id: ID,
    event_type: { const: 'MessageCreate' },
    text: TEXT,
    created_at: TIME,
    dm_conversation_id: { type: 'string', pattern: '^([0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19})$' },
    sender_id: ID,
    attachments: object({ media_keys: list(MEDIA_KEY) }, []),
    entities: ENTITIES,
  },
  ['id', 'event_type'],
);

/** A picture. */
export const PHOTO: Schema = object(
  {
    media_key: MEDIA_KEY,
    type: { const: 'photo' },
    url: { type: 'string', pattern: '^https?://' },
    width: COUNT,
    height: COUNT,
    alt_text: TEXT,
  },
  ['media_key', 'type'],
);
