import { createReadStream } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { TYPE_BYTES, toMediaType } from '#shared/mediaType.ts';
import { toPictureSize } from '#shared/pictureSize.ts';
import { PLAYABLE_LIMIT_BYTES } from './pictureRules.ts';

/**
 * The response with a file, or with the part of it that a `Range` header wants, which a player needs for seeking. Null for a
 * file of another kind than pictures, videos and recordings: its type follows from its content, never from its name. Null too for
 * a picture with too many pixels to decode.
 */
export function toMediaResponse(bytes: Uint8Array, range: string | null): Response | null {
  const type = toMediaType(bytes);
  if (type === null || (isPicture(type) && toPictureSize(bytes) === null)) return null;
  const read = (start: number, end: number) => new Uint8Array(bytes.subarray(start, end));
  return respond({ type, length: bytes.length, read }, range);
}

/**
 * The same for a file of the workspace. A video or recording is read as the player takes it, so that a large one never is in memory. Null for a
 * picture of more than 50 MB too. Throws if the system does not give out the file.
 */
export async function toFileResponse(file: string, range: string | null): Promise<Response | null> {
  const handle = await open(file);
  const { beginning, length } = await begin(handle).finally(() => handle.close());
  const type = toMediaType(beginning);
  if (type === null) return null;
  if (isPicture(type))
    return length > PLAYABLE_LIMIT_BYTES
      ? null
      : toMediaResponse(new Uint8Array(await readFile(file)), range);
  const read = (start: number, end: number) =>
    Readable.toWeb(createReadStream(file, { start, end: end - 1 })) as ReadableStream;
  return respond({ type, length, read }, range);
}

async function begin(
  handle: FileHandle,
): Promise<{ readonly beginning: Uint8Array; readonly length: number }> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(TYPE_BYTES), 0, TYPE_BYTES, 0);
  return { beginning: buffer.subarray(0, bytesRead), length: (await handle.stat()).size };
}

const isPicture = (type: string): boolean => type.startsWith('image/');

interface Content {
  readonly type: string;
  readonly length: number;
  /** What is from the byte `start` up to `end`, which is exclusive. */
  readonly read: (start: number, end: number) => BodyInit;
}

function respond({ type, length, read }: Content, range: string | null): Response {
  const headers = {
    'Content-Type': type,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'",
    'Cache-Control': 'private, max-age=86400',
    'Accept-Ranges': 'bytes',
  };
  const part = range === null ? null : toPart(range, length);
  if (part === null)
    return new Response(read(0, length), { headers: { ...headers, 'Content-Length': String(length) } });
  const { start, end } = part;
  if (start >= end) {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${length}` } });
  }
  return new Response(read(start, end), {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': String(end - start),
      'Content-Range': `bytes ${start}-${end - 1}/${length}`,
    },
  });
}

// `end` is exclusive. Null for a header that wants several parts or cannot be read, which means the complete file.
function toPart(range: string, length: number): { readonly start: number; readonly end: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (first === '') return last === '' ? null : { start: Math.max(0, length - Number(last)), end: length };
  return { start: Number(first), end: last === '' ? length : Math.min(length, Number(last) + 1) };
}
