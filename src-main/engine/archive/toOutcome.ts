import type { z } from 'zod';
import type { SkipReason } from '#shared/domain/archiveImport.ts';
import { toDmMediaName } from '#shared/domain/mediaAddress.ts';
import type { GroupName } from '../store/groupNames.ts';
import { decodeEntities } from '../x/text.ts';
import type { PartKind } from './findParts.ts';
import type { LongTexts } from './longTexts.ts';
import type { ArchiveItem, ItemDepth } from './readItems.ts';
import { MessageItem, type NameUpdateRecord, TweetItem, type TweetRecord } from './records.ts';
import { type ArchivedDm, toArchivedDm, toGroupMessage } from './toArchivedDm.ts';
import { type ArchivedMessage, isRetweet, toArchivedPost } from './toArchivedPost.ts';

/** What becomes of an item of an archive. */
export interface Outcome {
  readonly message?: ArchivedMessage;
  /** Whether it has a text of `note-tweet.js`. */
  readonly isLong?: boolean;
  readonly skipped?: SkipReason;
  /** The name that a group was given. */
  readonly groupName?: GroupName;
  /** How many pictures and videos it has, which the archive brings as files. */
  readonly mediaFiles?: number;
  /** How many attachments of other kinds are not imported with it. */
  readonly otherMedia?: number;
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
  Record<ItemKind, { schema: z.ZodType<TweetRecord | MessageItem>; depth: ItemDepth }>
> = {
  posts: { schema: TweetItem, depth: 1 },
  dms: { schema: MessageItem, depth: 4 },
  groups: { schema: MessageItem, depth: 4 },
  deleted: { schema: TweetItem, depth: 1 },
};

/** Decides what becomes of an item of a file of this kind. */
export function toOutcome(
  kind: ItemKind,
  item: ArchiveItem<TweetRecord | MessageItem>,
  reading: Reading,
): Outcome {
  if (kind === 'deleted') return { skipped: 'deletedPost' };
  if (item.kind === 'tooLarge') return { skipped: 'tooLarge' };
  if (item.kind === 'unreadable') return { skipped: toReason(kind, item.raw) };
  if (isTweet(item.item)) return fromTweet(item.item, reading);
  const record = item.item;
  if (kind === 'dms' && 'senderId' in record && record.recipientId)
    return fromDm(toArchivedDm(record, reading.accountId));
  const groupId = item.conversationId;
  if (groupId === null || !isGroupId(groupId)) return { skipped: 'groupMessage' };
  if ('senderId' in record) return fromDm({ facts: toGroupMessage(record, reading.accountId) }, groupId);
  return { groupName: toGroupName(record, groupId) };
}

const isTweet = (item: TweetRecord | MessageItem): item is TweetRecord => 'created_at' in item;

/** The id of a conversation with one person is `{smaller id}-{larger id}`. */
const isGroupId = (conversationId: string): boolean => !conversationId.includes('-');

function toReason(kind: ItemKind, raw: unknown): SkipReason {
  const has = (key: string) => typeof raw === 'object' && raw !== null && key in raw;
  if (has('welcomeMessageCreate')) return 'welcomeMessage';
  // Who joined or left a group.
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
  const mediaFiles = facts.media.filter(
    ({ url, playUrl }) => toDmMediaName(playUrl ?? url ?? '') !== null,
  ).length;
  return {
    message: { facts, names: [], ...(groupId && { groupId }) },
    mediaFiles,
    otherMedia: facts.media.length - mediaFiles,
  };
}

/** X allows 50 characters; no more of a longer name is kept than these. */
const LONGEST_NAME = 200;

const toGroupName = (
  { name, initiatingUserId, createdAt }: NameUpdateRecord,
  groupId: string,
): GroupName => ({
  groupId,
  name: decodeEntities(name)
    .trim()
    .slice(0, LONGEST_NAME)
    .replace(/[\ud800-\udbff]$/, ''),
  authorId: initiatingUserId ?? null,
  at: Date.parse(createdAt),
});
