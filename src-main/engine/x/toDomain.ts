import type { Media } from '#shared/domain/message.ts';
import { DAY_MS } from '#shared/time.ts';
import type { DmBody, MediaBody, PostBody, UserBody } from './bodies.ts';
import { toSnowflakeTime } from './snowflake.ts';
import { toReadableText } from './text.ts';
import type { XDm, XPost, XUser } from './xClient.ts';

/** The media of one page by their key. */
export type MediaByKey = ReadonlyMap<string, Media>;

/** A person as X describes them. */
export function toUser(body: UserBody): XUser {
  return {
    id: body.id,
    handle: body.username,
    name: body.name,
    description: body.description ?? null,
    location: body.location ?? null,
    pictureUrl: body.profile_image_url ?? null,
    followers: body.public_metrics?.followers_count ?? null,
    verified: body.verified ?? null,
    protected: body.protected ?? null,
    receivesDms: body.receives_your_dm ?? null,
    joinedXAt: body.created_at ? Date.parse(body.created_at) : null,
  };
}

/** A picture or film; for a film the address is that of its still picture. */
export function toMedia(body: MediaBody): Media {
  return {
    key: body.media_key,
    type: body.type === 'animated_gif' ? 'gif' : body.type,
    url: (body.type === 'photo' ? body.url : body.preview_image_url) ?? null,
    alt: body.alt_text ?? null,
    width: body.width ?? null,
    height: body.height ?? null,
  };
}

/** A post in either naming; the long text counts where there is one. */
export function toPost(body: PostBody, media: MediaByKey): XPost {
  const note = body.note_post ?? body.note_tweet;
  // The short text keeps the links of the pictures, which the long one may repeat.
  const pictureLinks = (body.entities?.urls ?? []).filter((url) => url?.media_key);
  const urls = note ? [...(note.entities?.urls ?? []), ...pictureLinks] : (body.entities?.urls ?? []);
  const edits = body.edit_history_post_ids ?? body.edit_history_tweet_ids ?? [];
  return {
    id: body.id,
    authorId: body.author_id,
    ...toReadableText(note?.text ?? body.text, urls),
    at: toTime(body),
    threadId: body.conversation_id ?? null,
    inReplyToUserId: body.in_reply_to_user_id ?? null,
    references: (body.referenced_posts ?? body.referenced_tweets ?? []).filter((one) => one !== null),
    lang: body.lang ?? null,
    media: toMediaList(body.attachments?.media_keys, media),
    editIds: edits.length > 0 ? edits : [body.id],
  };
}

/** A direct message, or null where it stands in a group or nobody else takes part. */
export function toDm(body: DmBody, ownId: string, media: MediaByKey): XDm | null {
  const participantId = toParticipant(body, ownId);
  if (participantId === null) return null;
  return {
    id: body.id,
    // What X does not tell of at all can only matter as something that the other one wrote.
    senderId: body.sender_id ?? participantId,
    participantId,
    ...toReadableText(body.text ?? '', body.entities?.urls ?? []),
    at: toTime(body),
    media: toMediaList(body.attachments?.media_keys, media),
    unreadable: !body.text && (body.attachments?.media_keys ?? []).length === 0,
  };
}

/** Ids of before November 2010 say nothing about their time. */
const SNOWFLAKE_DIGITS = 15;

// A time that the id does not bear out would put the message at a wrong place for good.
function toTime({ id, created_at: told }: Pick<PostBody, 'id' | 'created_at'>): number {
  const exact = toSnowflakeTime(id);
  if (!told) return exact;
  const at = Date.parse(told);
  return id.length < SNOWFLAKE_DIGITS || Math.abs(at - exact) < DAY_MS ? at : exact;
}

/** Whether more than two take part; such a conversation has a single number for a name. */
export function isGroup({ dm_conversation_id: name }: DmBody): boolean {
  return name !== null && name !== undefined && !name.includes('-');
}

/** With whom the account speaks; conversations of two are called `{id}-{id}`. Null where nobody else is named. */
export function toParticipant(body: DmBody, ownId: string): string | null {
  const parts = body.dm_conversation_id?.split('-') ?? [];
  if (parts.length === 2) return parts.find((part) => part !== ownId) ?? null;
  if (body.dm_conversation_id) return null;
  const others = (body.participant_ids ?? []).filter((one) => one !== ownId);
  if (others.length > 1) return null;
  if (others[0] !== undefined) return others[0];
  return body.sender_id === ownId ? null : (body.sender_id ?? null);
}

// A picture that X did not describe is kept as a placeholder, so that the reader knows of it.
function toMediaList(keys: readonly string[] | null | undefined, media: MediaByKey): Media[] {
  return (keys ?? []).map(
    (key) => media.get(key) ?? { key, type: 'photo', url: null, alt: null, width: null, height: null },
  );
}
