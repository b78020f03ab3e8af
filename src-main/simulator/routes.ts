import type { Context } from './context.ts';
import { createPost } from './endpoints/createPost.ts';
import { removePost } from './endpoints/deletePost.ts';
import { getMessages, getMessagesWith, sendMessage } from './endpoints/directMessages.ts';
import { getOnePost, getPosts } from './endpoints/lookup.ts';
import { getMedia } from './endpoints/media.ts';
import { authorize } from './endpoints/oauthAuthorize.ts';
import { exchangeToken } from './endpoints/oauthToken.ts';
import { searchRecent } from './endpoints/search.ts';
import { getMentions, getUserPosts } from './endpoints/timelines.ts';
import { getMe, getUserByHandle, getUsers } from './endpoints/users.ts';
import type { ApiRequest } from './http/request.ts';
import type { Answer } from './http/response.ts';
import type { CallLimit } from './limits/callCounter.ts';

/** One endpoint: where it is, what a token needs for it, how often a user may call it, and who answers. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** Null for what needs no token. */
  readonly scopes: readonly string[] | null;
  readonly limits: readonly CallLimit[];
  readonly answer: (context: Context, request: ApiRequest) => Answer;
}

const MINUTES_15 = 15 * 60_000;
const HOURS_24 = 24 * 60 * 60_000;
const READ = ['tweet.read', 'users.read'];
const WRITE = [...READ, 'tweet.write'];
const READ_DMS = [...READ, 'dm.read'];
const WRITE_DMS = [...READ, 'dm.write'];

/** All endpoints, with X's limits for one user in November 2026. */
export const ROUTES: readonly Route[] = [
  route('GET', '/2/users/me', READ, 75, getMe),
  route('GET', '/2/users', READ, 900, getUsers),
  route('GET', '/2/users/by/username/:username', READ, 900, getUserByHandle),
  route('GET', '/2/users/:id/mentions', READ, 300, getMentions),
  route('GET', '/2/users/:id/tweets', READ, 900, getUserPosts),
  route('GET', '/2/tweets/search/recent', READ, 300, searchRecent),
  route('GET', '/2/tweets', READ, 5000, getPosts),
  route('GET', '/2/tweets/:id', READ, 900, getOnePost),
  route('POST', '/2/tweets', WRITE, 100, createPost),
  route('DELETE', '/2/tweets/:id', WRITE, 50, removePost),
  route('GET', '/2/dm_events', READ_DMS, 15, getMessages),
  route('GET', '/2/dm_conversations/with/:id/dm_events', READ_DMS, 15, getMessagesWith),
  {
    ...route('POST', '/2/dm_conversations/with/:id/messages', WRITE_DMS, 15, sendMessage),
    limits: [
      { calls: 15, windowMs: MINUTES_15 },
      { calls: 1440, windowMs: HOURS_24 },
    ],
  },
  open('POST', '/2/oauth2/token', exchangeToken),
  open('GET', '/i/oauth2/authorize', authorize),
  open('GET', '/media/:name', getMedia),
];

function route(
  method: string,
  path: string,
  scopes: readonly string[],
  calls: number,
  answer: Route['answer'],
): Route {
  return { method, path, scopes, limits: [{ calls, windowMs: MINUTES_15 }], answer };
}

function open(method: string, path: string, answer: Route['answer']): Route {
  return { method, path, scopes: null, limits: [], answer };
}
