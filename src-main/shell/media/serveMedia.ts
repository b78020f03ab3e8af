import { fromMediaAddress } from '#shared/domain/mediaAddress.ts';
import type { MediaCache } from './mediaCache.ts';
import { MEDIA_LIMIT_BYTES, MEDIA_TIMEOUT_MS, toImageType, toMediaSource } from './pictureRules.ts';

interface MediaServer {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly cache: MediaCache;
  /** Whether the preference to load pictures is on. */
  readonly isAllowed: () => boolean;
  /** The origin of the simulator; null in a workspace of an account. */
  readonly simulatorOrigin: () => string | null;
}

/** The response to a request for a remote picture: 403 if it must not be loaded, 502 if it cannot be. */
export async function serveMedia(server: MediaServer, address: string): Promise<Response> {
  const remote = fromMediaAddress(address);
  const source = remote === null ? null : toMediaSource(remote, server.simulatorOrigin());
  if (source === null || !server.isAllowed()) return refuse(403);
  const cached = await server.cache.get(source);
  if (cached) return toPicture(cached) ?? refuse(502);
  const bytes = await fetchPicture(server, source);
  const picture = bytes && toPicture(bytes);
  if (!bytes || !picture) return refuse(502);
  await server.cache.put(source, bytes);
  return picture;
}

async function fetchPicture({ fetch }: MediaServer, source: string): Promise<Uint8Array | null> {
  try {
    const response = await fetch(source, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      headers: { Accept: 'image/png,image/jpeg,image/webp,image/gif' },
      signal: AbortSignal.timeout(MEDIA_TIMEOUT_MS),
    });
    return response.ok ? await readLimited(response, MEDIA_LIMIT_BYTES) : null;
  } catch {
    return null;
  }
}

function toPicture(bytes: Uint8Array): Response | null {
  const type = toImageType(bytes);
  if (!type) return null;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'",
      'Cache-Control': 'private, max-age=86400',
    },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { 'Cache-Control': 'no-store' } });
}

/** The complete body, or null as soon as it exceeds `limitBytes`. */
async function readLimited(response: Response, limitBytes: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > limitBytes) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value);
    size += part.value.byteLength;
    if (size > limitBytes) {
      await reader?.cancel();
      return null;
    }
  }
  return Buffer.concat(parts);
}
