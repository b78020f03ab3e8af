import type { Naming } from '#simulator/render/fields.ts';
import { ID, list, MESSAGE, object, PHOTO, postSchema, type Schema, userSchema } from './parts.ts';

const TEXT: Schema = { type: 'string' };
const TOKEN: Schema = { type: 'string', minLength: 1 };
const COUNT: Schema = { type: 'integer', minimum: 0 };

const NOT_FOUND = object(
  {
    value: TEXT,
    detail: TEXT,
    title: TEXT,
    resource_type: { enum: ['user', 'tweet', 'media', 'list', 'space', 'place', 'poll'] },
    parameter: { type: 'string', minLength: 1 },
    resource_id: TEXT,
    type: { type: 'string', pattern: '/2/problems/resource-not-found$' },
  },
  ['type', 'title', 'detail', 'resource_type', 'parameter', 'resource_id', 'value'],
);

function includes(naming: Naming): Schema {
  const posts = naming === 'new' ? 'posts' : 'tweets';
  const parts = { users: list(userSchema(naming)), [posts]: list(postSchema(naming)), media: list(PHOTO) };
  return object(parts, []);
}

const paging = { result_count: COUNT, next_token: TOKEN, previous_token: TOKEN };

/** The 200 or 201 response of each endpoint. */
export function responseSchemas(naming: Naming) {
  const errors = list(NOT_FOUND);
  const post = postSchema(naming);
  const user = userSchema(naming);
  const history = naming === 'new' ? 'edit_history_post_ids' : 'edit_history_tweet_ids';
  return {
    user: object({ data: user, errors }, []),
    users: object({ data: list(user), errors }, []),
    posts: object({ data: list(post), includes: includes(naming), errors }, []),
    post: object({ data: post, includes: includes(naming), errors }, []),
    postPage: object(
      {
        data: list(post),
        includes: includes(naming),
        errors,
        meta: object({ ...paging, newest_id: ID, oldest_id: ID }, ['result_count']),
      },
      ['meta'],
    ),
    messagePage: object(
      { data: list(MESSAGE), includes: includes(naming), errors, meta: object(paging, ['result_count']) },
      ['meta'],
    ),
    postCreated: object({ data: object({ id: ID, text: TEXT, [history]: list(ID) }, ['id', 'text']) }, [
      'data',
    ]),
    postDeleted: object({ data: object({ deleted: { type: 'boolean' } }, ['deleted']) }, ['data']),
    messageCreated: object(
      { data: object({ dm_conversation_id: TEXT, dm_event_id: ID }, ['dm_conversation_id', 'dm_event_id']) },
      ['data'],
    ),
    tokens: object(
      {
        token_type: { const: 'bearer' },
        expires_in: COUNT,
        access_token: TOKEN,
        refresh_token: TOKEN,
        scope: TEXT,
      },
      ['token_type', 'expires_in', 'access_token', 'scope'],
    ),
  } satisfies Record<string, Schema>;
}

/** An error in X's problem+json. */
export const PROBLEM: Schema = object(
  {
    title: { type: 'string', minLength: 1 },
    type: { type: 'string', pattern: '^(about:blank|https://api\\.(x|twitter)\\.com/2/problems/[a-z-]+)$' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: TEXT,
    errors: list(
      object({ message: TEXT, parameters: { type: 'object', additionalProperties: list(TEXT) } }, [
        'message',
      ]),
    ),
  },
  ['title', 'type'],
);
