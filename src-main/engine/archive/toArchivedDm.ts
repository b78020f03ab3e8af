import type { Media } from '#shared/domain/message.ts';
import { type CapturedMessage, dmToFacts } from '../capture/toFacts.ts';
import { withMediaLinks } from '../x/client/oneToOneDms.ts';
import { toTime } from '../x/client/pageItems.ts';
import { toReadableText } from '../x/text.ts';
import type { DmRecord } from './records.ts';

/** A private message with one person, or why it is not one. */
export type ArchivedDm =
  | { readonly facts: CapturedMessage }
  | { readonly skipped: 'groupMessage' | 'foreignMessage' };

/** Only in groups a message has no recipient. */
export function toArchivedDm(dm: DmRecord, accountId: string): ArchivedDm {
  const { senderId, recipientId } = dm;
  if (!recipientId) return { skipped: 'groupMessage' };
  const others = [senderId, recipientId].filter((one) => one !== accountId);
  const [participantId] = others;
  if (participantId === undefined || others.length !== 1) return { skipped: 'foreignMessage' };
  return { facts: toFacts(dm, participantId, accountId) };
}

/**
 * A message in a group, in its author's history and outside of any conversation: it asks nobody for a reply, and a private reply would
 * reach its author alone. Own ones are in nobody's history.
 */
export function toGroupMessage(dm: DmRecord, accountId: string): CapturedMessage {
  const facts = toFacts(dm, dm.senderId, accountId);
  return facts.role === 'own' ? facts : { ...facts, role: 'context', reason: null };
}

function toFacts(dm: DmRecord, participantId: string, accountId: string): CapturedMessage {
  const { id, senderId } = dm;
  const media = (dm.mediaUrls ?? []).map(toDmMedia);
  const links = (dm.urls ?? []).map((url) => url && { url: url.url, expanded_url: url.expanded });
  const text = toReadableText(dm.text ?? '', withMediaLinks(links));
  return dmToFacts(
    {
      id,
      senderId,
      participantId,
      ...text,
      at: toTime({ id, created_at: dm.createdAt }),
      media,
      attachments: [],
      shared: [],
      unreadable: !dm.text && media.length === 0,
    },
    accountId,
  );
}

const picture = /\/dm\/\d{1,19}\/(\d{1,19})\/[^/]+$/;
const video = /\/dm_(video|gif)\/(\d{1,19})\//;

function toDmMedia(url: string): Media {
  const unknown = { alt: null, width: null, height: null, url: null };
  const pictureId = picture.exec(url)?.[1];
  if (pictureId) return { ...unknown, key: `3_${pictureId}`, type: 'photo', url };
  const [, kind, videoId] = video.exec(url) ?? [];
  if (kind === 'video') return { ...unknown, key: `7_${videoId}`, type: 'video', playUrl: url };
  if (kind === 'gif' || url.includes('/dm_gif/'))
    return { ...unknown, key: `16_${videoId ?? url.slice(-60)}`, type: 'gif', playUrl: url };
  return { ...unknown, key: url.slice(-100), type: 'other' };
}
