import type { z } from 'zod';
import type { SkipReason } from '#shared/domain/archiveImport.ts';
import { toDmFileName } from '#shared/domain/mediaAddress.ts';
import type { PartKind } from './findParts.ts';
import type { LongTexts } from './longTexts.ts';
import type { ArchiveItem, ItemDepth } from './readItems.ts';
import { type DmRecord, MessageItem, TweetItem, type TweetRecord } from './records.ts';
import { type ArchivedDm, toArchivedDm, toGroupMessage } from './toArchivedDm.ts';
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
  if (kind === 'deleted') return { skipped: 'deletedPost' };
  if (item.kind === 'tooLarge') return { skipped: 'tooLarge' };
  if (item.kind === 'unreadable') return { skipped: toReason(kind, item.raw) };
  if (!('senderId' in item.item)) return fromTweet(item.item, reading);
  const dm = item.item;
  if (kind === 'dms' && dm.recipientId) return fromDm(toArchivedDm(dm, reading.accountId));
  const groupId = item.conversationId;
  if (groupId === null || !isGroupId(groupId)) return { skipped: 'groupMessage' };
  return fromDm({ facts: toGroupMessage(dm, reading.accountId) }, groupId);
}

/** The id of a conversation with one person is `{smaller id}-{larger id}`. */
const isGroupId = (conversationId: string): boolean => !conversationId.includes('-');

function toReason(kind: ItemKind, raw: unknown): SkipReason {
  const has = (key: string) => typeof raw === 'object' && raw !== null && key in raw;
  if (has('welcomeMessageCreate')) return 'welcomeMessage';
  // Who joined or left a group, and its names.
  return kind === 'groups' && !has('messageCreate') ? 'groupMessage' : 'unreadable';
}

function fromTweet(tweet: TweetRecord, { accountId, longTexts }: Reading): Outcome {
  if (isRetweet(tweet)) return { skipped: 'retweet' };
  const note = longTexts.find(tweet);
  return { message: toArchivedPost(tweet, accountId, note), isLong: note !== null };
}

function fromDm(archived: ArchivedDm, groupId?: string): Outcome {
  if ('skipped' in archived) return archived;
  const { facts } = archived;
  const pictures = facts.media.filter(({ url }) => url !== null && toDmFileName(url) !== null).length;
  return {
    message: { facts, names: [], ...(groupId && { groupId }) },
    pictures,
    mediaFiles: facts.media.length - pictures,
  };
}
