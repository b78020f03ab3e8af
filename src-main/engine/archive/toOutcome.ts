import type { z } from 'zod';
import type { SkipReason } from '#shared/domain/archiveImport.ts';
import { toDmFileName } from '#shared/domain/mediaAddress.ts';
import type { PartKind } from './findParts.ts';
import type { LongTexts } from './longTexts.ts';
import type { ArchiveItem, ItemDepth } from './readItems.ts';
import { type DmRecord, MessageItem, TweetItem, type TweetRecord } from './records.ts';
import { toArchivedDm } from './toArchivedDm.ts';
import { type ArchivedMessage, isRetweet, toArchivedPost } from './toArchivedPost.ts';

/** What becomes of an item of an archive. */
export interface Outcome {
  readonly message?: ArchivedMessage;
  /** Whether it has a text of `note-tweet.js`. */
  readonly isLong?: boolean;
  readonly skipped?: SkipReason;
  /** How many pictures it has, which the archive brings as files. */
  readonly pictures?: number;
  /** How many videos are not imported with it. */
  readonly mediaFiles?: number;
}

/** What is needed to understand an item. */
export interface Reading {
  readonly accountId: string;
  readonly longTexts: LongTexts;
}

/** The kinds of files that are read item by item. */
export type ItemKind = Exclude<PartKind, 'notes'>;

/** How their items are read. */
export const readings: Readonly<
  Record<ItemKind, { schema: z.ZodType<TweetRecord | DmRecord>; depth: ItemDepth }>
> = {
  posts: { schema: TweetItem, depth: 1 },
  dms: { schema: MessageItem, depth: 4 },
  groups: { schema: MessageItem, depth: 4 },
  deleted: { schema: TweetItem, depth: 1 },
};

/** Decides what becomes of an item of a file of this kind. */
export function toOutcome(
  kind: ItemKind,
  item: ArchiveItem<TweetRecord | DmRecord>,
  reading: Reading,
): Outcome {
  if (kind === 'groups') return { skipped: 'groupMessage' };
  if (kind === 'deleted') return { skipped: 'deletedPost' };
  if (item.kind === 'tooLarge') return { skipped: 'tooLarge' };
  if (item.kind === 'unreadable') return { skipped: isWelcome(item.raw) ? 'welcomeMessage' : 'unreadable' };
  return 'senderId' in item.item ? fromDm(item.item, reading) : fromTweet(item.item, reading);
}

const isWelcome = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && 'welcomeMessageCreate' in raw;

function fromTweet(tweet: TweetRecord, { accountId, longTexts }: Reading): Outcome {
  if (isRetweet(tweet)) return { skipped: 'retweet' };
  const note = longTexts.find(tweet);
  return { message: toArchivedPost(tweet, accountId, note), isLong: note !== null };
}

function fromDm(dm: DmRecord, { accountId }: Reading): Outcome {
  const archived = toArchivedDm(dm, accountId);
  if ('skipped' in archived) return archived;
  const { facts } = archived;
  const pictures = facts.media.filter(({ url }) => url !== null && toDmFileName(url) !== null).length;
  return { message: { facts, names: [] }, pictures, mediaFiles: facts.media.length - pictures };
}
