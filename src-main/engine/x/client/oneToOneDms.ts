import { toReadableText } from '../text.ts';
import type { XDm, XDmPage, XUnreadable } from '../xClient.ts';
import {
  type Included,
  readIncluded,
  readItems,
  readUsers,
  toAttachments,
  toMediaList,
  toNext,
  toTime,
} from './pageItems.ts';
import { toPost } from './posts.ts';
import { DmBody, type PageBody, PostBody } from './responseBodies.ts';

/**
 * A page of direct messages between the account `ownId` and one other person. Messages of group conversations are dropped
 * here: they are in `ids`, so that paging can count them, but not in `dms`.
 */
export function toDmPage(body: PageBody, ownId: string): XDmPage {
  const unreadable: XUnreadable[] = [];
  const included = readIncluded(body);
  const Readable = DmBody.refine(
    (dm) => isGroup(dm) || toParticipant(dm, ownId),
    'is not a conversation of the account with one other person',
  );
  const events = readItems(body.data, Readable, unreadable, isMessage);
  return {
    dms: events.map((event) => toDm(event, ownId, included)).filter((dm) => dm !== null),
    referenced: readItems(body.includes?.posts ?? body.includes?.tweets ?? [], PostBody, unreadable).map(
      (post) => toPost(post, included),
    ),
    ids: events.map((event) => event.id),
    users: readUsers(body.includes?.users, unreadable),
    unreadable,
    ...toNext(body),
  };
}

// Joining and leaving are no messages; any other type, also a future one, is something that somebody sent.
function isMessage(item: unknown): boolean {
  const type =
    typeof item === 'object' && item !== null && 'event_type' in item ? item.event_type : undefined;
  return type !== 'ParticipantsJoin' && type !== 'ParticipantsLeave';
}

function toDm(body: DmBody, ownId: string, included: Included): XDm | null {
  const participantId = toParticipant(body, ownId);
  if (participantId === null) return null;
  const references = body.referenced_posts ?? body.referenced_tweets ?? [];
  const shared = references.flatMap((one) => one?.id ?? []);
  const urls = body.entities?.urls ?? [];
  const media = toMediaList(body.attachments?.media_keys, included);
  const at = toTime(body);
  const attachments = toAttachments(body.attachments, included, at);
  return {
    id: body.id,
    // Without a sender it is shown as an incoming message: at worst an agent looks at it for nothing.
    senderId: body.sender_id ?? participantId,
    participantId,
    ...toReadableText(body.text ?? '', urls, shared),
    at,
    media,
    attachments,
    shared,
    unreadable: !body.text && media.length + attachments.length + shared.length === 0,
  };
}

// The id of a group conversation is one number, that of two people is `{id}-{id}`.
function isGroup({ dm_conversation_id: name }: DmBody): boolean {
  return name !== null && name !== undefined && !name.includes('-');
}

// The other participant; null in a group conversation, or if nobody else is named.
function toParticipant(body: DmBody, ownId: string): string | null {
  const parts = body.dm_conversation_id?.split('-') ?? [];
  if (parts.length === 2)
    return parts.includes(ownId) ? (parts.find((part) => part !== ownId) ?? null) : null;
  if (body.dm_conversation_id) return null;
  const others = (body.participant_ids ?? []).filter((one) => one !== ownId);
  if (others.length > 1) return null;
  if (others[0] !== undefined) return others[0];
  return body.sender_id === ownId ? null : (body.sender_id ?? null);
}
