import type { z } from 'zod';
import type { Media } from '#shared/domain/message.ts';
import { DmBody, MediaBody, MissingBody, type PageBody, PostBody, UserBody } from './bodies.ts';
import { isGroup, toDm, toMedia, toParticipant, toPost, toUser } from './toDomain.ts';
import type { XDmPage, XPostLookup, XPostPage, XUnreadable, XUser } from './xClient.ts';

type Unreadable = XUnreadable[];

/** More than this is not kept of something that cannot be understood. */
const LONGEST_ITEM = 100_000;

/** A page of posts; what cannot be read lands in `unreadable`, the rest is kept. */
export function toPostPage(body: PageBody): XPostPage {
  const unreadable: Unreadable = [];
  const media = readMedia(body);
  const read = (items: unknown) => readAll(items, PostBody, unreadable).map((post) => toPost(post, media));
  return {
    posts: read(body.data),
    referenced: read(body.includes?.posts ?? body.includes?.tweets ?? []),
    users: readUsers(body.includes?.users, unreadable),
    unreadable,
    newestId: body.meta?.newest_id ?? null,
    oldestId: body.meta?.oldest_id ?? null,
    ...nextOf(body),
  };
}

/** The posts of a lookup, and those of which X says that they are not there or not to be seen. */
export function toPostLookup(body: PageBody): XPostLookup {
  const { posts, referenced, users, unreadable } = toPostPage(body);
  const missing = readAll(body.errors, MissingBody, []);
  const idsOf = (gone: boolean) =>
    missing.filter((one) => isGone(one) === gone).flatMap((one) => one.resource_id ?? one.value ?? []);
  return { posts, referenced, users, unreadable, gone: idsOf(true), hidden: idsOf(false) };
}

// The address before the last part has changed with the name of the company.
function isGone({ type, title }: z.infer<typeof MissingBody>): boolean {
  return type ? /resource-not-found$/.test(type) : title === 'Not Found Error';
}

/** A page of direct messages of conversations between the account and one other. */
export function toDmPage(body: PageBody, ownId: string): XDmPage {
  const unreadable: Unreadable = [];
  const media = readMedia(body);
  const OneToOne = DmBody.refine((dm) => isGroup(dm) || toParticipant(dm, ownId), 'nobody else takes part');
  const events = readAll(body.data, OneToOne, unreadable, isMessage);
  return {
    dms: events.map((event) => toDm(event, ownId, media)).filter((dm) => dm !== null),
    ids: events.map((event) => event.id),
    users: readUsers(body.includes?.users, unreadable),
    unreadable,
    ...nextOf(body),
  };
}

/** The people of a lookup. */
export function toUsers(body: PageBody): XUser[] {
  return readUsers(body.data, []);
}

// Where nothing is said of what follows the list may go on, unless it is said to be empty.
function nextOf(body: PageBody): Pick<XPostPage, 'nextToken' | 'endUnknown'> {
  if (!body.meta) return Array.isArray(body.data) && body.data.length === 0 ? {} : { endUnknown: true };
  const token = body.meta.next_token;
  return token ? { nextToken: token } : {};
}

function readUsers(items: unknown, unreadable: Unreadable): XUser[] {
  return readAll(items, UserBody, unreadable).map(toUser);
}

function readMedia(body: PageBody): ReadonlyMap<string, Media> {
  return new Map(readAll(body.includes?.media, MediaBody, []).map((one) => [one.media_key, toMedia(one)]));
}

// Who joined and who left is no message; whatever else X may think of is something that somebody sent.
function isMessage(item: unknown): boolean {
  const type =
    typeof item === 'object' && item !== null && 'event_type' in item ? item.event_type : undefined;
  return type !== 'ParticipantsJoin' && type !== 'ParticipantsLeave';
}

function readAll<T extends z.ZodType>(
  items: unknown,
  schema: T,
  unreadable: Unreadable,
  isWanted: (item: unknown) => boolean = () => true,
): z.output<T>[] {
  const good: z.output<T>[] = [];
  for (const item of toList(items)) {
    if (!isWanted(item)) continue;
    const read = schema.safeParse(item);
    if (read.success) good.push(read.data);
    else unreadable.push(toUnreadable(item, toReason(read.error)));
  }
  return good;
}

// What should be a list and is something else is one thing that cannot be understood.
function toList(items: unknown): readonly unknown[] {
  if (Array.isArray(items)) return items;
  return items === undefined || items === null ? [] : [items];
}

function toUnreadable(item: unknown, reason: string): XUnreadable {
  return { item: toJson(item).slice(0, LONGEST_ITEM), reason };
}

// What is nested thousands of times overflows the stack.
function toJson(item: unknown): string {
  try {
    return JSON.stringify(item) ?? 'null';
  } catch {
    return '"nested too deep to be kept"';
  }
}

function toReason(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}
