import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { getMessages, getMessagesWith, sendMessage } from './endpoints/directMessages.ts';
import { getOnePost, getPosts } from './endpoints/lookupPosts.ts';
import { getDmMedia, getMedia } from './endpoints/media.ts';
import {
  appendUpload,
  describeUpload,
  finalizeUpload,
  getUploadStatus,
  initializeUpload,
} from './endpoints/mediaUpload.ts';
import { blockDms, hideReply, mute, unblockDms, unmute } from './endpoints/moderation.ts';
import { authorize } from './endpoints/oauthAuthorize.ts';
import { exchangeToken } from './endpoints/oauthToken.ts';
import { countRecent, searchRecent } from './endpoints/search.ts';
import { getMentions, getQuotes, getUserPosts } from './endpoints/timelines.ts';
import { getMe, getUserByHandle, getUsers } from './endpoints/users.ts';
import { createPost, deleteOwnPost } from './endpoints/writePosts.ts';
import type { ApiRequest } from './http/request.ts';
import type { HttpResponse } from './http/response.ts';
import type { Context } from './state/context.ts';
import type { RateLimit } from './state/rateLimiter.ts';

/** One endpoint. */
export interface Route {
  readonly method: string;
  /** With placeholders, for example `/2/users/:id`. */
  readonly path: string;
  /** The scopes that the access token needs; null if no token is needed. */
  readonly scopes: readonly string[] | null;
  /** Per user. */
  readonly limits: readonly RateLimit[];
  readonly handle: (context: Context, request: ApiRequest) => HttpResponse;
}

/** The result of routing a request. */
export interface RouteMatch {
  /** Null for an unknown path (404), or a known one with another method (405). */
  readonly route: Route | null;
  /** The request with the path's `params`. */
  readonly request: ApiRequest;
  /** Whether the path exists with any method. */
  readonly hasPath: boolean;
}

const MINUTES_15 = 15 * MINUTE_MS;
const READ = ['tweet.read', 'users.read'];
const WRITE = [...READ, 'tweet.write'];
const READ_DMS = [...READ, 'dm.read'];
const UPLOAD = ['media.write'];
const WRITE_DMS = [...READ, 'dm.write'];

/** All endpoints, with X's per-user limits as of November 2026. */
const ROUTES: readonly Route[] = [
  route('GET', '/2/users/me', READ, 75, getMe),
  route('GET', '/2/users', READ, 900, getUsers),
  route('GET', '/2/users/by/username/:username', READ, 900, getUserByHandle),
  route('GET', '/2/users/:id/mentions', READ, 300, getMentions),
  route('GET', '/2/users/:id/tweets', READ, 900, getUserPosts),
  route('GET', '/2/tweets/search/recent', READ, 300, searchRecent),
  route('GET', '/2/tweets/counts/recent', READ, 300, countRecent),
  route('GET', '/2/tweets', READ, 5000, getPosts),
  route('GET', '/2/tweets/:id', READ, 900, getOnePost),
  route('GET', '/2/tweets/:id/quote_tweets', READ, 75, getQuotes),
  route('POST', '/2/tweets', WRITE, 100, createPost),
  route('DELETE', '/2/tweets/:id', WRITE, 50, deleteOwnPost),
  route('PUT', '/2/tweets/:id/hidden', [...READ, 'tweet.moderate.write'], 50, hideReply),
  route('POST', '/2/users/:id/muting', [...READ, 'mute.write'], 50, mute),
  route('DELETE', '/2/users/:id/muting/:target', [...READ, 'mute.write'], 50, unmute),
  route('POST', '/2/users/:id/dm/block', WRITE_DMS, 50, blockDms),
  route('POST', '/2/users/:id/dm/unblock', WRITE_DMS, 50, unblockDms),
  route('GET', '/2/dm_events', READ_DMS, 15, getMessages),
  route('GET', '/2/dm_conversations/with/:id/dm_events', READ_DMS, 15, getMessagesWith),
  {
    ...route('POST', '/2/dm_conversations/with/:id/messages', WRITE_DMS, 15, sendMessage),
    limits: [
      { calls: 15, windowMs: MINUTES_15 },
      { calls: 1440, windowMs: DAY_MS },
    ],
  },
  route('POST', '/2/media/upload/initialize', UPLOAD, 1875, initializeUpload),
  route('POST', '/2/media/upload/:id/append', UPLOAD, 1875, appendUpload),
  route('POST', '/2/media/upload/:id/finalize', UPLOAD, 1875, finalizeUpload),
  route('GET', '/2/media/upload', UPLOAD, 1000, getUploadStatus),
  route('POST', '/2/media/metadata', UPLOAD, 500, describeUpload),
  // X does not publish the limit of this one.
  route('GET', '/2/dm_conversations/media/:dm_id/:media_id/:resource_id', ['dm.read'], 300, getDmMedia),
  publicRoute('POST', '/2/oauth2/token', exchangeToken),
  publicRoute('GET', '/i/oauth2/authorize', authorize),
  publicRoute('GET', '/media/:name', getMedia),
];

/** Finds the route for a request by method and path. */
export function findRoute(request: ApiRequest): RouteMatch {
  let hasPath = false;
  for (const route of ROUTES) {
    const params = matchPath(route.path, request.path);
    if (!params) continue;
    if (route.method === request.method) return { route, request: { ...request, params }, hasPath: true };
    hasPath = true;
  }
  return { route: null, request, hasPath };
}

/** The values of the placeholders if `path` matches `pattern`, otherwise null. */
function matchPath(pattern: string, path: string): Record<string, string> | null {
  const patternParts = pattern.split('/');
  const pathParts = path.split('/');
  if (patternParts.length !== pathParts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of patternParts.entries()) {
    const value = pathParts[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decode(value);
    else if (part !== value) return null;
  }
  return params;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function route(
  method: string,
  path: string,
  scopes: readonly string[],
  calls: number,
  handle: Route['handle'],
): Route {
  return { method, path, scopes, limits: [{ calls, windowMs: MINUTES_15 }], handle };
}

function publicRoute(method: string, path: string, handle: Route['handle']): Route {
  return { method, path, scopes: null, limits: [], handle };
}
