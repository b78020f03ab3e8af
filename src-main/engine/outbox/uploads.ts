import type { ReplyFile } from '#shared/domain/replyFile.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { getOutboxRow } from '../store/outbox.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import {
  getReplyFile,
  putUpload,
  readReplyFilePart,
  type StoredReplyFile,
  type Upload,
} from '../store/replyFiles.ts';
import type { XUpload } from '../x/xClient.ts';
import { purposeOf } from './fetchCandidates.ts';

/** How much is sent at once: a slow line must get it through within the time limit of a call. */
export const SEGMENT_BYTES = 512 * 1024;

/** An upload that X forgets within this time is not used any more. */
const MARGIN_MS = 10 * MINUTE_MS;
/** X processes a GIF within seconds. */
const PROCESSING_LIMIT_MS = 10 * MINUTE_MS;

/** Why a file is not on X yet. */
export type NotUploaded =
  /** X refused it, or it is gone: trying again changes nothing. */
  | { readonly kind: 'refused'; readonly error: AppError }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** X is processing it; ask again then. */
  | { readonly kind: 'processing'; readonly checkAt: number }
  /** The reply was taken back meanwhile. */
  | { readonly kind: 'cancelled' };

/** The files of a reply on X. `isReused` is whether one of them was there before, so that X may have forgotten it. */
interface Uploaded {
  readonly mediaIds: readonly string[];
  readonly isReused: boolean;
}

/** A reply without files. */
export const noFiles: Uploaded = { mediaIds: [], isReused: false };

/**
 * Brings the files of a queued reply to X, where nobody sees them before the reply itself. Each step is on disk, so that the
 * next try goes on after the last segment that X has; what X no longer knows is uploaded again.
 */
export async function uploadFiles(
  ctx: EngineContext,
  row: OutboxRow,
): Promise<Result<Uploaded, NotUploaded>> {
  const mediaIds: string[] = [];
  let isReused = false;
  for (const [at, file] of row.attachments.entries()) {
    const stored = getReplyFile(ctx.db, file.id);
    if (!stored) return err(refuse({ code: 'notFound', what: 'media', id: file.id }));
    const known = toUsable(stored.upload, toCategory(row, file), ctx.clock.now());
    isReused ||= known?.isProcessed === true;
    const report = createReport(ctx, row, at);
    const uploaded = await uploadOne({ ctx, row, file, stored, report }, known);
    if (!uploaded.ok) return uploaded;
    mediaIds.push(uploaded.value);
  }
  return ok({ mediaIds, isReused });
}

/** Forgets what was uploaded for a reply, since X does not know it any more. */
export function forgetUploads(ctx: EngineContext, { attachments }: OutboxRow): void {
  for (const { id } of attachments) putUpload(ctx.db, id, null);
}

interface Job {
  readonly ctx: EngineContext;
  readonly row: OutboxRow;
  readonly file: ReplyFile;
  readonly stored: StoredReplyFile;
  /** Tells how many bytes of the file X has. */
  readonly report: (bytes: number) => void;
}

type Step<T = Upload> = Result<T, NotUploaded>;

async function uploadOne(job: Job, known: Upload | null): Promise<Step<string>> {
  const result = await carryOn(job, known);
  // X may have forgotten what it had of an upload that was interrupted.
  const isStale = known !== null && !result.ok && result.error.kind === 'refused' && !known.isProcessed;
  if (!isStale) return result;
  putUpload(job.ctx.db, job.file.id, null);
  return await carryOn(job, null);
}

async function carryOn(job: Job, known: Upload | null): Promise<Step<string>> {
  const begun = known ? ok(known) : await begin(job);
  if (!begun.ok) return begun;
  const sent = await sendSegments(job, begun.value);
  if (!sent.ok) return sent;
  const processed = await process(job, sent.value);
  if (!processed.ok) return processed;
  const described = await describe(job, processed.value);
  return described.ok ? ok(described.value.mediaId) : described;
}

async function begin(job: Job): Promise<Step> {
  const { ctx, row, file } = job;
  const category = toCategory(row, file);
  const begun = await ctx.x.beginUpload({ type: file.type, category, bytes: file.bytes }, purposeOf(row));
  if (!begun.ok) return err(toFailure(file, begun.error));
  const { mediaId, lifeMs } = begun.value;
  const expiresAt = ctx.clock.now() + lifeMs;
  const fresh = { segments: 0, finishedAt: null, isProcessed: false, altText: '' };
  return save(job, { mediaId, category, expiresAt, ...fresh });
}

async function sendSegments(job: Job, begun: Upload): Promise<Step> {
  const { ctx, row, file } = job;
  let upload = begun;
  const count = Math.ceil(file.bytes / SEGMENT_BYTES);
  while (upload.segments < count) {
    if (isCancelled(ctx, row)) return err({ kind: 'cancelled' });
    const index = upload.segments;
    const segment = readReplyFilePart(ctx.db, file.id, index * SEGMENT_BYTES, SEGMENT_BYTES);
    if (!segment) return err(refuse({ code: 'notFound', what: 'media', id: file.id }));
    job.report(index * SEGMENT_BYTES);
    const { mediaId } = upload;
    const sent = await ctx.x.appendUpload({ mediaId, index, segment }, purposeOf(row));
    if (!sent.ok) return err(toFailure(file, sent.error));
    const saved = save(job, { ...upload, segments: index + 1 });
    if (!saved.ok) return saved;
    upload = saved.value;
  }
  job.report(file.bytes);
  return ok(upload);
}

async function process(job: Job, upload: Upload): Promise<Step> {
  if (upload.isProcessed) return ok(upload);
  const { ctx, row, file } = job;
  if (isCancelled(ctx, row)) return err({ kind: 'cancelled' });
  const { mediaId } = upload;
  const asked =
    upload.finishedAt === null
      ? await ctx.x.finishUpload(mediaId, purposeOf(row))
      : await ctx.x.getUpload(mediaId, purposeOf(row));
  if (!asked.ok) return err(toFailure(file, asked.error));
  const now = ctx.clock.now();
  const finishedAt = upload.finishedAt ?? now;
  return afterProcessing(job, { ...upload, finishedAt }, asked.value, now);
}

function afterProcessing(job: Job, upload: Upload, { processing }: XUpload, now: number): Step {
  if (processing === null) return save(job, { ...upload, isProcessed: true });
  const isLate = now - (upload.finishedAt ?? now) > PROCESSING_LIMIT_MS;
  if (processing.kind === 'failed' || isLate) {
    putUpload(job.ctx.db, job.file.id, null);
    const detail = processing.kind === 'failed' ? processing.detail : 'X did not finish processing it';
    return err(refuse({ code: 'fileRefused', name: job.file.name, detail }));
  }
  save(job, upload);
  return err({ kind: 'processing', checkAt: now + processing.checkAfterMs });
}

async function describe(job: Job, upload: Upload): Promise<Step> {
  const { ctx, row, file } = job;
  if (upload.altText === file.altText) return ok(upload);
  const { mediaId } = upload;
  const described = await ctx.x.describeUpload({ mediaId, altText: file.altText }, purposeOf(row));
  if (!described.ok) return err(toFailure(file, described.error));
  return save(job, { ...upload, altText: file.altText });
}

function save({ ctx, file }: Job, upload: Upload): Step {
  putUpload(ctx.db, file.id, upload);
  return ok(upload);
}

// X takes an upload only for what it was announced for.
function toCategory({ channel }: OutboxRow, { type }: ReplyFile): string {
  return `${channel === 'dm' ? 'dm' : 'tweet'}_${type === 'image/gif' ? 'gif' : 'image'}`;
}

function toUsable(upload: Upload | null, category: string, now: number): Upload | null {
  const isUsable = upload?.category === category && upload.expiresAt > now + MARGIN_MS;
  return isUsable ? upload : null;
}

function isCancelled({ db }: EngineContext, { id }: OutboxRow): boolean {
  return getOutboxRow(db, id)?.status.kind !== 'queued';
}

const refuse = (error: AppError) => ({ kind: 'refused', error }) as const;

function toFailure({ name }: ReplyFile, error: AppError): NotUploaded {
  if (error.code === 'refusedByX') return refuse({ code: 'fileRefused', name, detail: error.detail });
  return { kind: error.code === 'permissionMissing' ? 'refused' : 'failed', error };
}

function createReport({ emit }: EngineContext, row: OutboxRow, at: number): Job['report'] {
  const { id, conversationId, attachments } = row;
  const sizes = attachments.map(({ bytes }) => bytes);
  const sum = (bytes: readonly number[]) => bytes.reduce((total, one) => total + one, 0);
  const [before, totalBytes] = [sum(sizes.slice(0, at)), sum(sizes)];
  return (bytes) => {
    const params = { id, conversationId, sentBytes: before + bytes, totalBytes };
    emit({ name: 'outbox.uploading', params });
  };
}
