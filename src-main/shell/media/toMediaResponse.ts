import { toMediaType } from '#shared/mediaType.ts';
import { toPictureSize } from '#shared/pictureSize.ts';

/**
 * The response with a file, or with the part of it that a `Range` header wants, which a player needs for seeking. Null for a
 * file of another kind than pictures, videos and recordings: its type follows from its content, never from its name. Null too for
 * a picture with too many pixels to decode.
 */
export function toMediaResponse(bytes: Uint8Array, range: string | null): Response | null {
  const type = toMediaType(bytes);
  if (type === null || (type.startsWith('image/') && toPictureSize(bytes) === null)) return null;
  const headers = {
    'Content-Type': type,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'",
    'Cache-Control': 'private, max-age=86400',
    'Accept-Ranges': 'bytes',
  };
  const part = range === null ? null : toPart(range, bytes.length);
  if (part === null) return new Response(new Uint8Array(bytes), { headers });
  const { start, end } = part;
  if (start >= end) {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${bytes.length}` } });
  }
  return new Response(new Uint8Array(bytes.subarray(start, end)), {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${start}-${end - 1}/${bytes.length}` },
  });
}

// `end` is exclusive. Null for a header that wants several parts or cannot be read, which means the complete file.
function toPart(range: string, length: number): { readonly start: number; readonly end: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (first === '') return last === '' ? null : { start: Math.max(0, length - Number(last)), end: length };
  return { start: Number(first), end: last === '' ? length : Math.min(length, Number(last) + 1) };
}
