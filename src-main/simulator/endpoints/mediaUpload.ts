import { z } from 'zod';
import { parseMultipart } from '../http/multipart.ts';
import { forbidden, invalidBody, plainProblem } from '../http/problems.ts';
import { type ApiRequest, readBody } from '../http/request.ts';
import { type HttpResponse, json } from '../http/response.ts';
import type { Context } from '../state/context.ts';
import {
  beginUpload,
  getUpload,
  processUpload,
  toPhoto,
  toProcessingInfo,
  UPLOAD_LIMITS,
  type Upload,
  type UploadCategory,
} from '../world/uploads.ts';

const CATEGORIES = Object.keys(UPLOAD_LIMITS) as [UploadCategory, ...UploadCategory[]];
const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'video/mp4'] as const;
const BEGINNING = z.strictObject({
  media_type: z.enum(TYPES),
  media_category: z.enum(CATEGORIES),
  total_bytes: z.int().positive(),
  additional_owners: z.array(z.string()).optional(),
  shared: z.boolean().optional(),
});
const SEGMENT = z.strictObject({ media: z.base64(), segment_index: z.coerce.number().int().min(0).max(999) });
const METADATA = z.strictObject({
  id: z.string(),
  metadata: z.strictObject({ alt_text: z.strictObject({ text: z.string().max(1_000) }).optional() }),
});

/** POST /2/media/upload/initialize: begins an upload. */
export function initializeUpload(context: Context, request: ApiRequest): HttpResponse {
  const body = readBody(request, BEGINNING);
  if (!body.ok) return body.error;
  const { media_category: category, media_type: type, total_bytes: totalBytes } = body.value;
  const limit = UPLOAD_LIMITS[category];
  if (totalBytes > limit) return invalidBody(`File size exceeds ${limit} bytes.`);
  if (!fits(category, type)) return invalidBody('The media type does not match the media category.');
  const now = context.clock.now();
  const upload = beginUpload(context.world, { category, type, totalBytes }, now);
  context.uploaded.segments.set(upload.id, new Map());
  return json(200, { data: toData(upload, now) });
}

/** POST /2/media/upload/:id/append: takes one segment, as a form or as JSON; one that is sent again replaces the first. */
export function appendUpload(context: Context, request: ApiRequest): HttpResponse {
  const upload = findUpload(context, request);
  const segments = context.uploaded.segments.get(upload?.id ?? '');
  if (!upload || !segments) return noSuchUpload();
  const segment = readSegment(request);
  if (!segment.ok) return segment.error;
  segments.set(segment.value.index, segment.value.bytes);
  const received = [...segments.values()].reduce((sum, { length }) => sum + length, 0);
  if (received > upload.totalBytes) return invalidBody('Segments exceed the total file size.');
  return json(200, { data: { expires_at: Math.floor(upload.expiresAt / 1_000) } });
}

/** POST /2/media/upload/:id/finalize: ends an upload, whose segments must be complete and of the type that was announced. */
export function finalizeUpload(context: Context, request: ApiRequest): HttpResponse {
  const upload = findUpload(context, request);
  const segments = context.uploaded.segments.get(upload?.id ?? '');
  if (!upload || !segments) return noSuchUpload();
  const inOrder = [...segments].sort(([left], [right]) => left - right).map(([, bytes]) => bytes);
  const file = Buffer.concat(inOrder);
  if (file.length !== upload.totalBytes)
    return invalidBody('Segments do not add up to provided total file size.');
  if (!hasType(file, upload.type)) return invalidBody('media type unrecognized.');
  const now = context.clock.now();
  context.uploaded.segments.delete(upload.id);
  context.uploaded.put(upload.id, file);
  upload.fails = context.failedUploads.take();
  processUpload(context.world, upload, file, now);
  return json(200, { data: toData(upload, now) });
}

/** GET /2/media/upload: how far the processing of an upload is. */
export function getUploadStatus(context: Context, request: ApiRequest): HttpResponse {
  const now = context.clock.now();
  const upload = getUpload(context.world, request.query.get('media_id') ?? '', now);
  return upload ? json(200, { data: toData(upload, now) }) : noSuchUpload();
}

/** POST /2/media/metadata: describes an upload for people who cannot see it. */
export function describeUpload(context: Context, request: ApiRequest): HttpResponse {
  const body = readBody(request, METADATA);
  if (!body.ok) return body.error;
  const upload = getUpload(context.world, body.value.id, context.clock.now());
  if (!upload) return forbidden('You are not permitted to perform this action.');
  upload.altText = body.value.metadata.alt_text?.text ?? '';
  return json(200, { data: { id: upload.id, associated_metadata: body.value.metadata } });
}

const findUpload = ({ world, clock }: Context, { params }: ApiRequest) =>
  getUpload(world, params.id ?? '', clock.now());

const noSuchUpload = () => plainProblem(404, 'Not Found', 'Session not found.');

function fits(category: UploadCategory, type: string): boolean {
  if (category.endsWith('_gif')) return type === 'image/gif';
  if (category.endsWith('_video')) return type === 'video/mp4';
  return type !== 'image/gif' && type !== 'video/mp4';
}

const SIGNATURES: Readonly<Record<string, RegExp>> = {
  'image/png': /^\x89PNG\r\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8/,
  'image/webp': /^RIFF.{4}WEBP/s,
  'video/mp4': /^.{4}ftyp/s,
};

const hasType = (file: Buffer, type: string) =>
  SIGNATURES[type]?.test(file.toString('latin1', 0, 16)) === true;

function readSegment(request: ApiRequest) {
  const fields = parseMultipart(String(request.headers['content-type'] ?? ''), request.bytes);
  if (!fields) {
    const body = readBody(request, SEGMENT);
    if (!body.ok) return body;
    const { media, segment_index: index } = body.value;
    return { ok: true, value: { index, bytes: Buffer.from(media, 'base64') } } as const;
  }
  const index = Number(fields.get('segment_index')?.toString() ?? 'none');
  const bytes = fields.get('media');
  if (!Number.isInteger(index) || index < 0 || index > 999)
    return { ok: false, error: invalidBody('$.segment_index: is missing but it is required') } as const;
  if (!bytes) return { ok: false, error: invalidBody('$.media: is missing but it is required') } as const;
  return { ok: true, value: { index, bytes } } as const;
}

function toData(upload: Upload, now: number): object {
  const processing = toProcessingInfo(upload, now);
  return {
    id: upload.id,
    media_key: toPhoto(upload).key,
    expires_after_secs: Math.floor((upload.expiresAt - now) / 1_000),
    ...(upload.processedAt === null ? {} : { size: upload.totalBytes }),
    ...(processing === null ? {} : { processing_info: processing }),
  };
}
