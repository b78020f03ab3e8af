import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { FILE_LIMIT_BYTES, readReplyFile } from '#shared/domain/replyFile.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import type { Db } from '../store/open.ts';
import {
  deleteUnusedReplyFiles,
  getReplyFile,
  insertReplyFile,
  readReplyFilePart,
} from '../store/replyFiles.ts';

interface Begun {
  readonly parts: Buffer[];
  readonly begunAt: number;
  bytes: number;
}

/** Files that arrive in several calls, by id. What an engine forgets when it stops is added again by the window. */
const begunFiles = new WeakMap<Db, Map<string, Begun>>();
const MOST_BEGUN = 20;

/** Takes the next part of a file that is too large for one call. */
export function appendFile(
  ctx: EngineContext,
  { id, name, content }: EngineParsed<'media.append'>,
): Result<EngineOutput<'media.append'>, AppError> {
  const files = listBegun(ctx);
  const file = id === undefined ? { parts: [], begunAt: ctx.clock.now(), bytes: 0 } : files.get(id);
  if (!file) return err({ code: 'notFound', what: 'media', id: id ?? '' });
  const part = Buffer.from(content, 'base64');
  const bytes = file.bytes + part.length;
  const key = id ?? ctx.newId();
  if (bytes > FILE_LIMIT_BYTES || files.size > MOST_BEGUN) {
    files.delete(key);
    return err({ code: 'fileTooLarge', name, bytes, limit: FILE_LIMIT_BYTES });
  }
  file.parts.push(part);
  file.bytes = bytes;
  files.set(key, file);
  return ok({ id: key, bytes });
}

/** Stores a file after all checks, so that nothing is uploaded that X would refuse. */
export function addFile(
  ctx: EngineContext,
  { id, name, content }: EngineParsed<'media.add'>,
): Result<EngineOutput<'media.add'>, AppError> {
  const begun = id === undefined ? null : listBegun(ctx).get(id);
  if (begun === undefined) return err({ code: 'notFound', what: 'media', id: id ?? '' });
  const bytes = Buffer.concat([...(begun?.parts ?? []), Buffer.from(content, 'base64')]);
  listBegun(ctx).delete(id ?? '');
  const read = readReplyFile(name, bytes);
  if (!read.ok) return read;
  const { type, width, height } = read.value;
  const fileId = ctx.newId();
  insertReplyFile(ctx.db, { id: fileId, name, type, width, height, content: bytes }, ctx.clock.now());
  return ok({ id: fileId, name, altText: '', ...read.value });
}

/** The content of a file that is still in the workspace, for a preview. */
export function readFile(
  { db }: EngineContext,
  { id }: EngineParsed<'media.read'>,
): Result<EngineOutput<'media.read'>, AppError> {
  const file = getReplyFile(db, id);
  const content = file && readReplyFilePart(db, id, 0, file.bytes);
  if (!file || !content) return err({ code: 'notFound', what: 'media', id });
  return ok({ type: file.type, content: content.toString('base64') });
}

/** Deletes the files that were attached and removed again, or went out more than a day ago. */
export function deleteOldFiles({ db, clock }: EngineContext): void {
  deleteUnusedReplyFiles(db, clock.now() - DAY_MS);
}

function listBegun({ db, clock }: EngineContext): Map<string, Begun> {
  const files = begunFiles.get(db) ?? new Map<string, Begun>();
  begunFiles.set(db, files);
  const recently = clock.now() - HOUR_MS;
  for (const [id, { begunAt }] of files) if (begunAt < recently) files.delete(id);
  return files;
}
