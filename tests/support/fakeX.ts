import { compareXIds } from '#engine/store/messages.ts';
import type { XClient, XDm, XPost, XRange, XUnreadable, XUser } from '#engine/x/xClient.ts';
import type { AppError } from '#shared/errors.ts';
import { silentX } from './testEngine.ts';

/** An X in memory whose every answer a test can spoil. */
export interface FakeX {
  readonly client: XClient;
  readonly posts: XPost[];
  readonly ownPosts: XPost[];
  /** Posts that are told only to who asks for them by id. */
  readonly others: XPost[];
  readonly referenced: XPost[];
  /** How many of the newest posts a list shows. */
  reach: number;
  readonly dms: XDm[];
  /** What the tokens of pages of private messages mean: how many are passed over, or which one was the last. */
  dmTokens: 'places' | 'ids';
  readonly users: XUser[];
  readonly unreadable: XUnreadable[];
  /** The ids of messages that X passes over in its pages, which are then shorter or empty. */
  readonly passedOver: Set<string>;
  /** The calls so far, by name. */
  readonly calls: ({ readonly name: string; readonly ids?: readonly string[] } & Partial<XRange>)[];
  /** What happens before the next calls answer: a failure, or a wait that may never end. */
  spoil: (name: string, nth: number) => AppError | Promise<never> | null;
  /** Whether users come along with pages. */
  tellsUsers: boolean;
}

/** An empty one. */
export function fakeX(): FakeX {
  const x: FakeX = {
    posts: [],
    ownPosts: [],
    others: [],
    reach: 800,
    referenced: [],
    dms: [],
    dmTokens: 'places',
    users: [],
    unreadable: [],
    passedOver: new Set(),
    calls: [],
    spoil: () => null,
    tellsUsers: true,
    client: {
      ...silentX,
      getUsers: (ids) =>
        answer(x, { name: 'getUsers', ids }, () => x.users.filter((user) => ids.includes(user.id))),
      listMentions: ({ userId: _, ...range }) =>
        answer(x, { name: 'listMentions', ...range }, () => postPage(x, x.posts, range)),
      listOwnPosts: ({ userId: _, ...range }) =>
        answer(x, { name: 'listOwnPosts', ...range }, () => postPage(x, x.ownPosts, range)),
      searchRecent: ({ query: _, ...range }) =>
        answer(x, { name: 'searchRecent', ...range }, () => postPage(x, x.posts, range)),
      getPosts: (ids) =>
        answer(x, { name: 'getPosts', ids }, () => {
          const there = [...x.posts, ...x.ownPosts, ...x.others];
          const posts = there.filter((post) => ids.includes(post.id));
          const gone = ids.filter((id) => !there.some((post) => post.id === id));
          return { posts, referenced: [], gone, hidden: [], ...rest(x) };
        }),
      listDms: ({ maxResults, token }) =>
        answer(x, { name: 'listDms', maxResults, ...(token === undefined ? {} : { token }) }, () => {
          const { items, next } = (x.dmTokens === 'ids' ? pageAfter : page)(x.dms, maxResults, token);
          const shown = items.filter(({ id }) => !x.passedOver.has(id));
          return { dms: shown, ids: shown.map(({ id }) => id), ...rest(x), ...next };
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

function postPage(x: FakeX, all: readonly XPost[], { maxResults, sinceId, untilId, token }: XRange) {
  const shown = all.toSorted((a, b) => compareXIds(b.id, a.id)).slice(0, x.reach);
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

const rest = (x: FakeX) => ({ users: x.tellsUsers ? x.users : [], unreadable: x.unreadable });
