import { readMediaAddress, toDmFileName, toDmMediaName } from '#shared/domain/mediaAddress.ts';
import type { RecordRequest } from '#shared/domain/networkContact.ts';
import type { MediaCache } from './mediaCache.ts';
import {
  MEDIA_LIMIT_BYTES,
  MEDIA_TIMEOUT_MS,
  PLAYABLE_LIMIT_BYTES,
  toMediaPurpose,
  toMediaSource,
} from './pictureRules.ts';
import { toFileResponse, toMediaResponse } from './toMediaResponse.ts';

interface MediaServer {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Called with every request, since `fetch` is used nowhere else. */
  readonly record: RecordRequest;
  readonly cache: MediaCache;
  /** Whether the preference to load pictures is on. */
  readonly isAllowed: () => boolean;
  /** Whether what is not in the cache may be fetched. */
  readonly mayFetch: () => boolean;
  /** The origin of the simulator; null in a workspace of an account. */
  readonly simulatorOrigin: () => string | null;
  /** The path of a file of a private message, which only the engine can fetch; null if it cannot be had. */
  readonly getPrivateFile: (messageId: string, url: string) => Promise<string | null>;
}

/**
 * The response to a request for a picture, video or recording: 403 if it must not be loaded, 502 if it cannot be. `range` is
 * the header of this name, with which a player reads a part of the file.
 */
export async function serveMedia(
  server: MediaServer,
  address: string,
  range: string | null = null,
): Promise<Response> {
  const media = readMediaAddress(address);
  if (media === null || !(media.isWanted || server.isAllowed())) return refuse(403);
  const { url, messageId } = media;
  const isPrivate = messageId !== null && toDmMediaName(url) !== null;
  const stored = isPrivate ? await servePrivateFile(server, { messageId, url, range }) : null;
  if (stored) return stored;
  // A video that is not stored is fetched as those of posts are.
  return isPrivate && toDmFileName(url) !== null ? refuse(502) : await serveRemoteFile(server, url, range);
}

async function serveRemoteFile(server: MediaServer, url: string, range: string | null): Promise<Response> {
  const source = toMediaSource(url, server.simulatorOrigin());
  if (source === null) return refuse(403);
  const cached = await server.cache.get(source);
  if (cached) return toMediaResponse(cached, range) ?? refuse(502);
  if (!server.mayFetch()) return refuse(403);
  const bytes = await fetchMedia(server, source);
  const response = bytes && toMediaResponse(bytes, range);
  if (!bytes || !response) return refuse(502);
  await server.cache.put(source, bytes);
  return response;
}

interface PrivateFile {
  readonly messageId: string;
  readonly url: string;
  readonly range: string | null;
}

async function servePrivateFile(
  { getPrivateFile }: MediaServer,
  { messageId, url, range }: PrivateFile,
): Promise<Response | null> {
  try {
    const file = await getPrivateFile(messageId, url);
    return file === null ? null : await toFileResponse(file, range);
  } catch {
    return null;
  }
}

/** The file at `source`, which is recorded as a request; null if it cannot be had. */
async function fetchMedia(server: MediaServer, source: string): Promise<Uint8Array | null> {
  const received = { bytes: 0 };
  const bytes = await request(server, source, received).catch(() => null);
  const url = new URL(source);
  server.record({
    host: url.hostname,
    purpose: toMediaPurpose(url),
    isFailed: bytes === null,
    receivedBytes: received.bytes,
  });
  return bytes;
}

async function request(
  { fetch }: MediaServer,
  source: string,
  received: Received,
): Promise<Uint8Array | null> {
  const response = await fetch(source, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    headers: { Accept: 'image/png,image/jpeg,image/webp,image/gif,video/mp4,audio/mp4' },
    signal: AbortSignal.timeout(MEDIA_TIMEOUT_MS),
  });
  if (!response.ok) return null;
  const limitBytes = isPlayable(source) ? PLAYABLE_LIMIT_BYTES : MEDIA_LIMIT_BYTES;
  return await readLimited(response, limitBytes, received);
}

/** What has arrived of a body, also of one that breaks off. */
interface Received {
  bytes: number;
}

const isPlayable = (source: string): boolean => /\.(?:mp4|m4a|mp3|ogg)$/.test(new URL(source).pathname);

function refuse(status: number): Response {
  return new Response(null, { status, headers: { 'Cache-Control': 'no-store' } });
}

/** The complete body, or null as soon as it exceeds `limitBytes`. */
async function readLimited(
  response: Response,
  limitBytes: number,
  received: Received,
): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > limitBytes) return null;
  const parts: Uint8Array[] = [];
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value);
    received.bytes += part.value.byteLength;
    if (received.bytes > limitBytes) {
      await reader?.cancel();
      return null;
    }
  }
  return Buffer.concat(parts);
}
