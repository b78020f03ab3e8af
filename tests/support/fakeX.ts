import type { AppError } from '../../shared/errors.ts';
import { compareXIds } from '../../src-main/engine/store/messages.ts';
import type { XClient, XDm, XPost, XUnreadable, XUser } from '../../src-main/engine/x/xClient.ts';
import { silentX } from './testEngine.ts';

/** An X in memory whose every answer a test can spoil. */
export interface FakeX {
  readonly client: XClient;
  readonly posts: XPost[];
  readonly referenced: XPost[];
  readonly dms: XDm[];
  readonly users: XUser[];
  readonly unreadable: XUnreadable[];
  /** The calls so far, by name. */
  readonly calls: { readonly name: string; readonly maxResults?: number; readonly ids?: readonly string[] }[];
  /** What happens before the next calls answer: a failure, or a wait that may never end. */
  spoil: (name: string, nth: number) => AppError | Promise<never> | null;
  /** Whether users come along with pages. */
  tellsUsers: boolean;
}

/** An empty one. */
export function fakeX(): FakeX {
  const x: FakeX = {
    posts: [],
    referenced: [],
    dms: [],
    users: [],
    unreadable: [],
    calls: [],
    spoil: () => null,
    tellsUsers: true,
    client: {
      ...silentX,
      getUsers: (ids) =>
        answer(x, { name: 'getUsers', ids }, () => x.users.filter((user) => ids.includes(user.id))),
      listMentions: ({ maxResults, sinceId, token }) =>
        answer(x, { name: 'listMentions', maxResults }, () => {
          const after = x.posts.filter((post) => !sinceId || compareXIds(post.id, sinceId) > 0);
          const { items, next } = page(after, maxResults, token);
          return {
            posts: items,
            newestId: items[0]?.id ?? null,
            referenced: x.referenced,
            ...rest(x),
            ...next,
          };
        }),
      listDms: ({ maxResults, token }) =>
        answer(x, { name: 'listDms', maxResults }, () => {
          const { items, next } = page(x.dms, maxResults, token);
          return { dms: items, ...rest(x), ...next };
        }),
      listOwnPosts: (_, maxResults) =>
        answer(x, { name: 'listOwnPosts', maxResults }, () => {
          return { posts: [], newestId: null, referenced: [], ...rest(x) };
        }),
    },
  };
  return x;
}

async function answer<T>(x: FakeX, call: FakeX['calls'][number], read: () => T) {
  x.calls.push(call);
  const nth = x.calls.filter((other) => other.name === call.name).length;
  const error = await x.spoil(call.name, nth);
  return error ? ({ ok: false, error } as const) : ({ ok: true, value: read() } as const);
}

function page<T extends { readonly id: string }>(all: readonly T[], size: number, token: string | undefined) {
  const newest = all.toSorted((a, b) => compareXIds(b.id, a.id));
  const start = Number(token ?? 0);
  const end = start + size;
  return { items: newest.slice(start, end), next: end < newest.length ? { nextToken: String(end) } : {} };
}

const rest = (x: FakeX) => ({ users: x.tellsUsers ? x.users : [], unreadable: x.unreadable });
