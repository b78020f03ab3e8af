import type { z } from 'zod';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { Media, MediaType } from '#shared/domain/message.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { toSnowflakeTime } from '../snowflake.ts';
import { decodeEntities, toReadableText } from '../text.ts';
import type { XPostPage, XUnreadable, XUser } from '../xClient.ts';
import {
  type AttachmentsBody,
  MediaBody,
  type PageBody,
  PollBody,
  type PostBody,
  UserBody,
} from './responseBodies.ts';

/** How many characters of an unreadable item are kept. */
const LONGEST_ITEM = 100_000;

/**
 * Validates the items of a list one by one. Those that fail are appended to `unreadable`, so that a bad item costs only
 * itself and never its page; those that are not `isWanted` are ignored.
 */
export function readItems<T extends z.ZodType>(
  items: unknown,
  schema: T,
  unreadable: XUnreadable[],
  isWanted: (item: unknown) => boolean = () => true,
): z.output<T>[] {
  const good: z.output<T>[] = [];
  for (const item of toList(items)) {
    if (!isWanted(item)) continue;
    const read = schema.safeParse(item);
    if (read.success) good.push(read.data);
    else unreadable.push({ item: toJson(item).slice(0, LONGEST_ITEM), reason: toReason(read.error) });
  }
  return good;
}

// A value that should be a list counts as one item.
function toList(items: unknown): readonly unknown[] {
  if (Array.isArray(items)) return items;
  return items === undefined || items === null ? [] : [items];
}

// A value that is nested thousands of times overflows the stack.
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

/** Where a page's list continues. Without `meta` nobody knows, unless the page is empty. */
export function toNext(body: PageBody): Pick<XPostPage, 'nextToken' | 'endUnknown'> {
  if (!body.meta) return Array.isArray(body.data) && body.data.length === 0 ? {} : { endUnknown: true };
  const token = body.meta.next_token;
  return token ? { nextToken: token } : {};
}

/** The people in a list. */
export function readUsers(items: unknown, unreadable: XUnreadable[]): XUser[] {
  return readItems(items, UserBody, unreadable).map(toUser);
}

/** A person. */
export function toUser(body: UserBody): XUser {
  return {
    id: body.id,
    handle: body.username,
    name: decodeEntities(body.name),
    description: body.description ? toBio(body.description, body) : null,
    location: body.location ? decodeEntities(body.location) : null,
    pictureUrl: body.profile_image_url ?? null,
    followers: body.public_metrics?.followers_count ?? null,
    verified: body.verified ?? null,
    protected: body.protected ?? null,
    receivesDms: body.receives_your_dm ?? null,
    joinedXAt: body.created_at ? Date.parse(body.created_at) : null,
  };
}

const toBio = (description: string, { entities }: UserBody): string =>
  toReadableText(description, entities?.description?.urls ?? []).text;

/** What the attachments of one page's items refer to, by key. */
export interface Included {
  readonly media: ReadonlyMap<string, Media>;
  readonly polls: ReadonlyMap<string, PollBody>;
}

/** The media and polls that come with a page; unreadable ones are left out. */
export function readIncluded(body: PageBody): Included {
  const media = readItems(body.includes?.media, MediaBody, []);
  const polls = readItems(body.includes?.polls, PollBody, []);
  return {
    media: new Map(media.map((one) => [one.media_key, toMedia(one)])),
    polls: new Map(polls.map((one) => [one.id, one])),
  };
}

const mediaTypes: Readonly<Record<string, MediaType>> = {
  photo: 'photo',
  video: 'video',
  animated_gif: 'gif',
  audio: 'audio',
};

/** A picture or video as X describes it. */
export function toMedia(body: MediaBody): Media {
  const type = mediaTypes[body.type] ?? 'other';
  return {
    key: body.media_key,
    type,
    // The picture of a video is its preview.
    url: (type === 'photo' ? body.url : body.preview_image_url) ?? null,
    alt: body.alt_text ? decodeEntities(body.alt_text) : null,
    width: body.width ?? null,
    height: body.height ?? null,
    ...withoutUndefined({
      playUrl: type === 'photo' ? undefined : toPlayUrl(body),
      durationMs: body.duration_ms ?? undefined,
    }),
  };
}

function toPoll(body: PollBody, postedAt: number): Attachment {
  const { options, end_datetime: end, duration_minutes: minutes, voting_status: status } = body;
  const byDuration = minutes ? postedAt + minutes * MINUTE_MS : null;
  return {
    kind: 'poll',
    options: options.map(({ label, votes }) => ({ label: decodeEntities(label), votes: votes ?? 0 })),
    endsAt: end ? Date.parse(end) : byDuration,
    isClosed: status === 'closed',
  };
}

/** Above this the files get too large to be kept, and below it videos of complaints are still clear enough. */
const MOST_BITS_PER_SECOND = 1_000_000;

// Of several files the best up to that rate, else the smallest; a playlist (m3u8) is no file.
function toPlayUrl({ url, variants }: MediaBody): string | undefined {
  const files = (variants ?? [])
    .filter((one) => one !== null)
    .filter(({ content_type: type }) => /^(?:video|audio)\//.test(type ?? 'video/'))
    .toSorted((a, b) => (a.bit_rate ?? 0) - (b.bit_rate ?? 0));
  const small = files.findLast(({ bit_rate: rate }) => (rate ?? 0) <= MOST_BITS_PER_SECOND);
  return (small ?? files[0])?.url ?? url ?? undefined;
}

/** The media with these keys; a placeholder for one that X did not describe, so that the reader knows that it exists. */
export function toMediaList(keys: readonly string[] | null | undefined, { media }: Included): Media[] {
  return (keys ?? []).map(
    (key) =>
      media.get(key) ?? { key, type: toTypeOfKey(key), url: null, alt: null, width: null, height: null },
  );
}

/** The number before the key's `_` is its category. Only the one of photos has a single meaning in posts and messages. */
const toTypeOfKey = (key: string): MediaType => (key.startsWith('3_') ? 'photo' : 'other');

/** Polls of a message of the time `at`, and what else is attached by the name that X gives it; nothing is dropped in silence. */
export function toAttachments(body: AttachmentsBody, { polls }: Included, at: number): Attachment[] {
  const { media_keys: _media, poll_ids: pollIds, ...others } = body ?? {};
  const known = (pollIds ?? []).map((id): Attachment => {
    const poll = polls.get(id);
    return poll ? toPoll(poll, at) : { kind: 'other', name: 'poll' };
  });
  const isOther = ([name, value]: [string, unknown]) =>
    // Where a picture came from is not a thing of its own.
    !name.startsWith('media_source_') && value !== null && !(Array.isArray(value) && value.length === 0);
  const named = Object.entries(others)
    .filter(isOther)
    .map(([name]) => ({ kind: 'other', name: name.slice(0, 60) }) as const);
  return [...known, ...named];
}

/** Shorter ids, of before November 2010, say nothing about their time. */
const SNOWFLAKE_DIGITS = 15;

/**
 * When an item was written, in epoch milliseconds: the time that X states, unless it contradicts the id by a day or more,
 * which would put the message in a wrong place for good.
 */
export function toTime({ id, created_at: stated }: Pick<PostBody, 'id' | 'created_at'>): number {
  const exact = toSnowflakeTime(id);
  if (!stated) return exact;
  const at = Date.parse(stated);
  return id.length < SNOWFLAKE_DIGITS || Math.abs(at - exact) < DAY_MS ? at : exact;
}
