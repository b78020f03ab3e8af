import type { Attachment } from '#shared/domain/attachment.ts';
import type { Link, Media } from '#shared/domain/message.ts';
import { readAttachments, readMedia } from './messageLists.ts';

/** The content of a message as it is stored, with lists as JSON. */
interface StoredContent {
  readonly versionXId: string;
  readonly text: string;
  readonly links: string;
  readonly media: string;
  readonly attachments: string;
  readonly quotes: string;
  readonly deletedAt: number | null;
}

/** The content of a message as X gives it. */
interface Content {
  readonly versionXId: string;
  readonly text: string;
  readonly links: readonly Link[];
  readonly media: readonly Media[];
  readonly attachments: readonly Attachment[];
  readonly quotes: readonly string[];
}

/** Whether these are facts of a stored message that is neither deleted nor of another version. */
function isSameVersion(known: StoredContent, facts: Content): boolean {
  return known.deletedAt === null && known.versionXId === facts.versionXId;
}

/** Whether a stored message differs from what X says of the same version now. */
export function isStoredWrongly(known: StoredContent, facts: Content): boolean {
  return (
    isSameVersion(known, facts) &&
    (known.text !== facts.text ||
      known.links !== JSON.stringify(facts.links) ||
      known.media !== JSON.stringify(facts.media) ||
      known.attachments !== JSON.stringify(facts.attachments) ||
      known.quotes !== JSON.stringify(facts.quotes))
  );
}

/** Whether a stored message has a poll with other votes, or was stored before anybody knew what it quotes or X had its pictures. */
export function isOutdated(known: StoredContent, facts: Content): boolean {
  if (!isSameVersion(known, facts)) return false;
  const { attachments, media, quotes } = facts;
  const hasPoll = attachments.some(({ kind }) => kind === 'poll');
  return (
    (hasPoll && known.attachments !== JSON.stringify(attachments)) ||
    (known.quotes === '[]' && quotes.length > 0) ||
    (known.media === '[]' && media.length > 0)
  );
}

/**
 * The facts with what is known of their media and polls where X gives only ids this time: it describes less of a post that another
 * one refers to.
 */
export function withKnownDetails<F extends Content>(known: StoredContent, facts: F): F {
  if (!isSameVersion(known, facts)) return facts;
  return { ...facts, media: keepMedia(known, facts), attachments: keepPolls(known, facts) };
}

const isBareMedium = ({ url, playUrl }: Media) => url === null && playUrl === undefined;

function keepMedia(known: StoredContent, { media }: Content): Content['media'] {
  if (known.media === '[]' || !media.some(isBareMedium)) return media;
  const stored = new Map(readMedia(known.media).map((one) => [one.key, one]));
  return media.map((one) => (isBareMedium(one) ? (stored.get(one.key) ?? one) : one));
}

function keepPolls(known: StoredContent, { attachments }: Content): Content['attachments'] {
  const isBare = (one: Attachment) => one.kind === 'other' && one.name === 'poll';
  if (known.attachments === '[]' || !attachments.some(isBare)) return attachments;
  const polls = readAttachments(known.attachments).filter(({ kind }) => kind === 'poll');
  return attachments.map((one) => (isBare(one) ? (polls.shift() ?? one) : one));
}
