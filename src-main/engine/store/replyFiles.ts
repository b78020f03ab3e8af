import { z } from 'zod';
import { type AttachedFile, ReplyFile } from '#shared/domain/replyFile.ts';
import { parseColumn } from './jsonColumn.ts';
import { leaves } from './leaving.ts';
import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/** How far an upload to X has come. */
export const Upload = z.object({
  mediaId: z.string(),
  /** What it was announced as: X takes it on this channel only. */
  category: z.string(),
  /** When X forgets it, in epoch milliseconds. */
  expiresAt: z.number(),
  /** How many segments X has. */
  segments: z.number().int(),
  /** When X had all of it; null until then. */
  finishedAt: z.number().nullable(),
  isProcessed: z.boolean(),
  /** The alternative text that X has. */
  altText: z.string(),
});
export type Upload = z.infer<typeof Upload>;

/** A file with what was uploaded of it. */
export interface StoredReplyFile extends Omit<ReplyFile, 'altText'> {
  readonly upload: Upload | null;
}

export type NewReplyFile = Omit<ReplyFile, 'altText' | 'bytes'> & { readonly content: Uint8Array };

export function insertReplyFile(db: Db, { content, ...file }: NewReplyFile, now: number): void {
  const text = `INSERT INTO reply_files (id, name, type, width, height, added_at, content)
    VALUES (@id, @name, @type, @width, @height, @now, @content)`;
  run(db, text, { ...file, now, content: Buffer.from(content) });
}

/** The file with this id, without its content; null if there is none. */
export function getReplyFile(db: Db, id: string): StoredReplyFile | null {
  const text = `SELECT id, name, type, length(content) AS bytes, width, height, upload FROM reply_files WHERE id = ?`;
  const row = get<Omit<StoredReplyFile, 'upload'> & { upload: string | null }>(db, text, id);
  return row && { ...row, upload: row.upload === null ? null : parseColumn(Upload, row.upload, null) };
}

/** A part of a file; shorter than `length` at its end. Null if there is no such file. */
export function readReplyFilePart(db: Db, id: string, from: number, length: number): Buffer | null {
  const text = 'SELECT substr(content, ? + 1, ?) AS part FROM reply_files WHERE id = ?';
  return get<{ part: Buffer }>(db, text, from, length, id)?.part ?? null;
}

/** Records how far an upload has come; null forgets it. */
export function putUpload(db: Db, id: string, upload: Upload | null): void {
  run(db, 'UPDATE reply_files SET upload = ? WHERE id = ?', upload && JSON.stringify(upload), id);
}

/** Files with their alternative texts, or the first id that there is no file for. */
export function listReplyFiles(
  db: Db,
  attached: readonly AttachedFile[],
): { readonly files: readonly ReplyFile[]; readonly missing: string | null } {
  const found = attached.map(({ id, altText }) => {
    const file = getReplyFile(db, id);
    if (!file) return null;
    const { upload: _, ...facts } = file;
    return { ...facts, altText: altText.trim() };
  });
  const missing = attached[found.indexOf(null)]?.id ?? null;
  return { files: found.filter((file) => file !== null), missing };
}

const needed = `SELECT a.value ->> 'id' FROM drafts d, json_each(d.attachments) a WHERE json_valid(d.attachments)
    UNION ALL SELECT a.value ->> 'id' FROM outbox o, json_each(o.attachments) a
      WHERE json_valid(o.attachments) AND o.state <> 'sent' AND o.dismissed = 0
    UNION ALL SELECT a.value ->> 'id' FROM approvals p, json_each(p.reply, '$.attachments') a
      WHERE json_valid(p.reply) AND p.state = 'waiting'
    UNION ALL SELECT a.value ->> 'id' FROM canned_responses r, json_each(r.images) a
      WHERE json_valid(r.images) AND (r.deleted_at IS NULL OR r.deleted_at >= :addedBefore)
    UNION ALL SELECT a.value ->> 'id' FROM activities c, json_each(c.undo, '$.canned.before.images') a
      WHERE c.conversation_id IS NULL AND c.at >= :addedBefore AND c.kind = 'cannedChanged' AND json_valid(c.undo)`;

/**
 * Deletes the files added before a time that no draft, no canned response, and no reply that waits for an approval or is on its way
 * to X needs; nor one that was deleted or lost them since then, so that undoing brings its files back.
 */
export function deleteUnusedReplyFiles(db: Db, addedBefore: number): void {
  run(db, `DELETE FROM reply_files WHERE added_at < :addedBefore AND id NOT IN (${needed})`, { addedBefore });
}

/** Deletes the files that went with what an erasure takes along, unless something else needs them. */
export function deleteLeavingFiles(db: Db): void {
  run(db, `DELETE FROM reply_files WHERE ${leaves('id', 'files')} AND id NOT IN (${needed})`, {
    addedBefore: 0,
  });
}

/** The files as the contract shows them: absent if there are none. */
export const toAttachments = ({ attachments }: { readonly attachments: readonly ReplyFile[] }) =>
  attachments.length === 0 ? {} : { attachments: [...attachments] };

/** A reply whose list of files is damaged must not go out without them. */
const damaged: readonly ReplyFile[] = [
  { id: 'damaged', name: '', type: 'image/png', bytes: 0, width: 0, height: 0, altText: '' },
];

const Files = z.array(ReplyFile);

/** The files in a column of JSON. */
export const readFiles = (json: string): readonly ReplyFile[] =>
  json === '[]' ? [] : parseColumn(Files, json, damaged);
