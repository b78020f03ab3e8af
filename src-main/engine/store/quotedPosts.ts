import type { QuotedPost } from '#shared/domain/message.ts';
import { placeLinks } from '../x/text.ts';
import { readAttachments, readLinks, readMedia, readQuotes } from './messageLists.ts';
import type { Db } from './open.ts';
import { toPostRow } from './postVersions.ts';
import { toPicture } from './profilePicture.ts';
import { all } from './sql.ts';

interface QuotedRow {
  /** The X id by which it was looked for. */
  readonly id: string;
  readonly author_id: string;
  readonly handle: string;
  readonly name: string;
  readonly picture_url: string | null;
  readonly text: string;
  readonly lang: string | null;
  readonly links: string;
  readonly media: string;
  readonly attachments: string;
  readonly quotes: string;
  readonly at: number;
  readonly deleted_at: number | null;
}

/** The posts with these X ids, of whichever version, by id; those that are not captured are missing. */
export function mapQuotedPosts(db: Db, ids: readonly string[]): Map<string, NonNullable<QuotedPost['post']>> {
  if (ids.length === 0) return new Map();
  const text = `SELECT wanted.value AS id, m.author_id, p.handle, p.name, p.picture_url, m.text, m.lang, m.links, m.media, m.attachments, m.quotes, m.at, m.deleted_at
    FROM json_each(?) wanted
    CROSS JOIN messages m ON m.id = ${toPostRow('wanted.value')}
    JOIN people p ON p.x_id = m.author_id`;
  const rows = all<QuotedRow>(db, text, JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, toPost(row)]));
}

function toPost(row: QuotedRow): NonNullable<QuotedPost['post']> {
  const { text, lang, at } = row;
  return {
    author: { id: row.author_id, handle: row.handle, name: row.name, ...toPicture(row.picture_url) },
    text,
    lang,
    links: placeLinks(text, readLinks(row.links)),
    media: readMedia(row.media),
    attachments: readAttachments(row.attachments),
    quotes: readQuotes(row.quotes),
    at,
    deletedAt: row.deleted_at,
  };
}
