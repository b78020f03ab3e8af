import type { ErrorResponse } from './failures.ts';
import type { XRequest } from './httpTransport.ts';
import { toRefusals } from './refusals.ts';

/*
 * X is renaming tweets to posts: since August 2026 its OpenAPI file has other names for what Perch asks for. Requests use the old
 * ones, as the library and the documentation do, until X refuses one of them and lists its new name among the allowed ones.
 */
const parameters: Readonly<Record<string, string>> = { 'tweet.fields': 'post.fields' };
const values: Readonly<Record<string, string>> = {
  note_tweet: 'note_post',
  referenced_tweets: 'referenced_posts',
  edit_history_tweet_ids: 'edit_history_post_ids',
  'referenced_tweets.id': 'referenced_posts',
  'referenced_tweets.id.author_id': 'referenced_posts',
};

/** The request with X's new names. */
export function withNewNames(request: XRequest): XRequest {
  if (request.query === undefined) return request;
  const query = Object.entries(request.query).map(([name, value]): [string, string | number] =>
    typeof value === 'string' && (name.endsWith('.fields') || name === 'expansions')
      ? [parameters[name] ?? name, toNewList(value)]
      : [name, value],
  );
  return { ...request, query: Object.fromEntries(query) };
}

const toNewList = (list: string): string =>
  [...new Set(list.split(',').map((value) => values[value] ?? value))].join(',');

/** Whether a response refuses an old name and lists its new one among the allowed ones. */
export function asksForNewNames(response: ErrorResponse): boolean {
  const allowed = new Set(toRefusals(response).flatMap((refusal) => refusal.allowed ?? []));
  const given = toRefusals(response).flatMap((refusal) => refusal.given);
  return given.some((name) => {
    const renamed = parameters[name] ?? values[name];
    return renamed !== undefined && allowed.has(renamed);
  });
}
