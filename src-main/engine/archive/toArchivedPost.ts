import type { Media } from '#shared/domain/message.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { type CapturedMessage, postToFacts } from '../capture/toFacts.ts';
import { toMedia, toTime } from '../x/client/pageItems.ts';
import { type ShortLink, toReadableText } from '../x/text.ts';
import type { XMention } from '../x/xClient.ts';
import type { MediumRecord, NoteRecord, TweetRecord } from './records.ts';

/** What the archive knows about a person. */
export interface PersonName {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

/** A post of the archive, and the people whom it names. */
export interface ArchivedMessage {
  readonly facts: CapturedMessage;
  readonly names: readonly PersonName[];
  /** Set for a message in a group: X's id of the group. */
  readonly groupId?: string;
  /** Set for a message from a table of another tool: who wrote it there. */
  readonly table?: { readonly agent: string | null };
}

/** Whether a post is a retweet: the archive says so only by its beginning. */
export const isRetweet = ({ full_text, text }: TweetRecord): boolean =>
  /^RT @\w{1,15}: /.test(full_text ?? text ?? '');

/** A post of the account, with its long text if it has one. */
export function toArchivedPost(
  tweet: TweetRecord,
  accountId: string,
  note: NoteRecord | null,
): ArchivedMessage {
  const id = tweet.id_str ?? tweet.id ?? '';
  const media = listMedia(tweet);
  const mentions = listMentions(tweet);
  const inReplyTo = tweet.in_reply_to_status_id_str ?? null;
  const facts = postToFacts(
    {
      id,
      authorId: accountId,
      ...toReadableText(
        note?.core.text ?? tweet.full_text ?? tweet.text ?? '',
        listLinks(tweet, note, media),
      ),
      at: toTime({ id, created_at: tweet.created_at }),
      threadId: null,
      inReplyToUserId: tweet.in_reply_to_user_id_str ?? null,
      references: inReplyTo === null ? [] : [{ type: 'replied_to', id: inReplyTo }],
      lang: tweet.lang ?? null,
      media: media.map(toPostMedia),
      attachments: [],
      editIds: listEditIds(tweet, id),
      mentions: mentions.map(({ id, handle }) => ({ id, handle })),
      quoteCount: null,
    },
    accountId,
  );
  return { facts, names: withAddressee(tweet, mentions) };
}

// An archive of a post that was edited has each version as a post of its own.
function listEditIds({ edit_info }: TweetRecord, id: string): readonly string[] {
  const ids = edit_info?.initial?.editTweetIds ?? edit_info?.edit?.editControlInitial?.editTweetIds ?? [];
  return ids.includes(id) ? ids : [id];
}

// Only the extended entities have all pictures.
const listMedia = ({ entities, extended_entities }: TweetRecord): MediumRecord[] =>
  (extended_entities?.media ?? entities?.media ?? []).filter((one) => one !== null);

function listMentions({ entities }: TweetRecord): (XMention & PersonName)[] {
  const found = (entities?.user_mentions ?? []).filter((one) => one !== null);
  const byId = new Map(
    found.map((one) => [
      one.id_str,
      { id: one.id_str, handle: one.screen_name, name: one.name || one.screen_name },
    ]),
  );
  return [...byId.values()];
}

function withAddressee(tweet: TweetRecord, mentions: readonly PersonName[]): readonly PersonName[] {
  const { in_reply_to_user_id_str: id, in_reply_to_screen_name: handle } = tweet;
  if (!id || !handle || mentions.some((one) => one.id === id)) return mentions;
  return [...mentions, { id, handle, name: handle }];
}

function listLinks(tweet: TweetRecord, note: NoteRecord | null, media: readonly MediumRecord[]): ShortLink[] {
  const links = note
    ? (note.core.urls ?? []).map(
        (url) =>
          url && { url: url.shortUrl, start: url.fromIndex, end: url.toIndex, expanded_url: url.expandedUrl },
      )
    : (tweet.entities?.urls ?? []).map(
        (url) =>
          url && {
            url: url.url,
            start: url.indices?.[0],
            end: url.indices?.[1],
            expanded_url: url.expanded_url,
          },
      );
  const ofMedia = media.map(({ url, indices, id_str }) => ({
    url,
    // In the long text they are elsewhere.
    ...(note ? {} : { start: indices?.[0], end: indices?.[1] }),
    media_key: id_str,
  }));
  return [...links.filter((link) => link !== null), ...ofMedia];
}

const categories: Readonly<Record<string, number>> = { photo: 3, video: 7, animated_gif: 16 };

/** With the key and the fields that X's API gives it. */
function toPostMedia(medium: MediumRecord): Media {
  const { id_str, type, media_url_https: url = null, ext_alt_text, sizes, video_info: video } = medium;
  const variants = (video?.variants ?? []).map((one) => one && { ...one, bit_rate: one.bitrate });
  return toMedia({
    media_key: `${categories[type] ?? 0}_${id_str}`,
    type,
    ...withoutUndefined({
      url: type === 'photo' ? url : undefined,
      preview_image_url: type === 'photo' ? undefined : url,
      duration_ms: video?.duration_millis,
      variants: video ? variants : undefined,
      alt_text: ext_alt_text,
      width: sizes?.large?.w,
      height: sizes?.large?.h,
    }),
  });
}
