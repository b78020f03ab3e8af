import { type ShortLink, toReadableText } from '../text.ts';
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
import { readReferenced } from './posts.ts';
import { DmBody, type PageBody } from './responseBodies.ts';

/**
 * A page of direct messages between the account `ownId` and one other person. Messages of group conversations are dropped
 * here: they are in `ids`, so that paging can count them, but not in `dms`. A message that cannot be assigned to one person
 * for certain is in `unreadable`: a reply to it could reach somebody else.
 */
export function toDmPage(body: PageBody, ownId: string): XDmPage {
  const unreadable: XUnreadable[] = [];
  const included = readIncluded(body);
  const Assignable = DmBody.superRefine((dm, check) => {
    const place = toPlace(dm, ownId);
    if (typeof place === 'string') {
      check.addIssue({ code: 'custom', path: ['dm_conversation_id'], message: place });
    }
  });
  const events = readItems(body.data, Assignable, unreadable, isMessage);
  return {
    dms: events.map((event) => toDm(event, ownId, included)).filter((dm) => dm !== null),
    referenced: readReferenced(body, included, unreadable),
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
  const place = toPlace(body, ownId);
  if (typeof place === 'string' || place.participantId === null) return null;
  const { participantId } = place;
  const references = body.referenced_posts ?? body.referenced_tweets ?? [];
  const shared = references.flatMap((one) => one?.id ?? []);
  const media = toMediaList(body.attachments?.media_keys, included);
  const at = toTime(body);
  const attachments = toAttachments(body.attachments, included, at);
  return {
    id: body.id,
    // Without a sender it is shown as an incoming message: at worst an agent looks at it for nothing.
    senderId: body.sender_id ?? participantId,
    participantId,
    ...toReadableText(body.text ?? '', withMediaLinks(body.entities?.urls ?? []), shared),
    at,
    media,
    attachments,
    shared,
    unreadable: !body.text && media.length + attachments.length + shared.length === 0,
  };
}

const mediaLink = /^https:\/\/(?:twitter|x)\.com\/messages\/media\/\d+$/;

// Among the links of a message X does not say which one only represents its attachment.
export function withMediaLinks(links: readonly (ShortLink | null)[]): readonly (ShortLink | null)[] {
  return links.map((link) =>
    mediaLink.test(link?.expanded_url ?? '')
      ? { ...link, url: link?.url ?? '', media_key: 'attached' }
      : link,
  );
}

/** The person with whom a message was exchanged; null in a group. */
interface Place {
  readonly participantId: string | null;
}

const oneToOne = /^(\d{1,19})-(\d{1,19})$/;
const group = /^\d{15,19}$/;

/** Where a message belongs, or why that is not certain. */
function toPlace(body: DmBody, ownId: string): Place | string {
  const name = body.dm_conversation_id;
  if (name === null || name === undefined) return toPlaceByParticipants(body, ownId);
  if (group.test(name)) return { participantId: null };
  const ids = oneToOne.exec(name)?.slice(1);
  if (!ids) return 'fits no known pattern';
  if (!ids.includes(ownId)) return 'the account takes no part';
  const participantId = ids.find((id) => id !== ownId);
  if (participantId === undefined) return 'nobody else takes part';
  if (body.sender_id && !ids.includes(body.sender_id)) return 'its sender takes no part';
  return { participantId };
}

// The sender alone does not say whether the message went to the account or to a group.
function toPlaceByParticipants(
  { participant_ids: ids, sender_id: sender }: DmBody,
  ownId: string,
): Place | string {
  const others = (ids ?? []).filter((id) => id !== ownId);
  const [participantId] = others;
  if (participantId === undefined || others.length > 1) return 'is missing';
  if (sender && sender !== ownId && sender !== participantId) return 'its sender takes no part';
  return { participantId };
}
