import { compareXIds } from '#engine/store/messages.ts';
import type { XClient, XDm, XPost, XRange, XUnreadable, XUser } from '#engine/x/xClient.ts';
import type { AppError } from '#shared/errors.ts';
import { silentX } from './testEngine.ts';

/** An X in memory; a test can spoil each of its responses. */
export interface FakeX {
  readonly client: XClient;
  readonly posts: XPost[];
  readonly ownPosts: XPost[];
  /** Posts that no list shows, only a lookup by id. */
  readonly others: XPost[];
  readonly referenced: XPost[];
  /** Number of newest posts that a list shows. */
  lookback: number;
  readonly dms: XDm[];
  /** What page tokens of private messages mean: the number of messages to skip, or the id of the last one. */
  dmTokens: 'places' | 'ids';
  readonly users: XUser[];
  readonly unreadable: XUnreadable[];
  /** Ids of messages that X filters from its pages, which are then shorter or empty. */
  readonly filtered: Set<string>;
  /** The calls so far, by name. */
  readonly calls: ({ readonly name: string; readonly ids?: readonly string[] } & Partial<XRange>)[];
  /** Called before each response: returns an error to respond with, or a promise that may never resolve. */
  spoil: (name: string, nth: number) => AppError | Promise<never> | null;
  /** Whether pages include their users. */
  includesUsers: boolean;
}

/** A fake X without any content. */
export function fakeX(): FakeX {
  const x: FakeX = {
    posts: [],
    ownPosts: [],
    others: [],
    lookback: 800,
    referenced: [],
    dms: [],
    dmTokens: 'places',
    users: [],
    unreadable: [],
    filtered: new Set(),
    calls: [],
    spoil: () => null,
    includesUsers: true,
    client: {
      ...silentX,
      getUsers: (ids) =>
        respond(x, { name: 'getUsers', ids }, () => x.users.filter((user) => ids.includes(user.id))),
      listMentions: ({ userId: _, ...range }) =>
        respond(x, { name: 'listMentions', ...range }, () => postPage(x, x.posts, range)),
      listOwnPosts: ({ userId: _, ...range }) =>
        respond(x, { name: 'listOwnPosts', ...range }, () => postPage(x, x.ownPosts, range)),
      searchRecent: ({ query: _, ...range }) =>
        respond(x, { name: 'searchRecent', ...range }, () => postPage(x, x.posts, range)),
      getPosts: (ids) =>
        respond(x, { name: 'getPosts', ids }, () => {
          const there = [...x.posts, ...x.ownPosts, ...x.others];
          const posts = there.filter((post) => ids.includes(post.id));
          const gone = ids.filter((id) => !there.some((post) => post.id === id));
          return { posts, referenced: [], gone, hidden: [], ...rest(x) };
        }),
      listDms: ({ maxResults, token }) =>
        respond(x, { name: 'listDms', maxResults, ...(token === undefined ? {} : { token }) }, () => {
          const { items, next } = (x.dmTokens === 'ids' ? pageAfter : page)(x.dms, maxResults, token);
          const shown = items.filter(({ id }) => !x.filtered.has(id));
          return { dms: shown, referenced: [], ids: shown.map(({ id }) => id), ...rest(x), ...next };
        }),
    },
  };
  return x;
}

async function respond<T>(x: FakeX, call: FakeX['calls'][number], read: () => T) {
  x.calls.push(call);
  const nth = x.calls.filter((other) => other.name === call.name).length;
  const error = await x.spoil(call.name, nth);
  return error ? ({ ok: false, error } as const) : ({ ok: true, value: read() } as const);
}

function postPage(x: FakeX, all: readonly XPost[], { maxResults, sinceId, untilId, token }: XRange) {
  const shown = all.toSorted((a, b) => compareXIds(b.id, a.id)).slice(0, x.lookback);
  const within = shown.filter(
    ({ id }) => (!sinceId || compareXIds(id, sinceId) > 0) && (!untilId || compareXIds(id, untilId) < 0),
  );
  const { items, next } = page(within, maxResults, token);
  const ids = { newestId: items[0]?.id ?? null, oldestId: items.at(-1)?.id ?? null };
  return { posts: items, ...ids, referenced: x.referenced, ...rest(x), ...next };
}

function page<T extends { readonly id: string }>(all: readonly T[], size: number, token: string | undefined) {
  const newest = all.toSorted((a, b) => compareXIds(b.id, a.id));
  const start = Number(token ?? 0);
  const end = start + size;
  return { items: newest.slice(start, end), next: end < newest.length ? { nextToken: String(end) } : {} };
}

function pageAfter<T extends { readonly id: string }>(
  all: readonly T[],
  size: number,
  token: string | undefined,
) {
  const older = all.filter(({ id }) => token === undefined || compareXIds(id, token) < 0);
  const { items, next } = page(older, size, undefined);
  const last = items.at(-1);
  return { items, next: next.nextToken !== undefined && last ? { nextToken: last.id } : {} };
}

const rest = (x: FakeX) => ({ users: x.includesUsers ? x.users : [], unreadable: x.unreadable });
