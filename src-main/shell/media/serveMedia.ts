import { fromMediaAddress } from '#shared/domain/mediaAddress.ts';
import { toImageType } from './imageType.ts';
import type { MediaCache } from './mediaCache.ts';
import { MEDIA_LIMIT_BYTES, MEDIA_LIMIT_MS, toMediaSource } from './pictureRules.ts';
import { readLimited } from './readLimited.ts';

interface MediaServer {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly cache: MediaCache;
  /** Whether the person lets Perch load pictures. */
  readonly isAllowed: () => boolean;
  /** Where the simulated X is; null where X itself is used. */
  readonly simulatorOrigin: () => string | null;
}

/** Answers a request for a remote picture: 403 where it may not be loaded, 502 where it cannot be. */
export async function serveMedia(server: MediaServer, address: string): Promise<Response> {
  const remote = fromMediaAddress(address);
  const source = remote === null ? null : toMediaSource(remote, server.simulatorOrigin());
  if (source === null || !server.isAllowed()) return refused(403);
  const kept = await server.cache.get(source);
  if (kept) return toPicture(kept) ?? refused(502);
  const bytes = await fetchPicture(server, source);
  const picture = bytes && toPicture(bytes);
  if (!bytes || !picture) return refused(502);
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
      signal: AbortSignal.timeout(MEDIA_LIMIT_MS),
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

function refused(status: number): Response {
  return new Response(null, { status, headers: { 'Cache-Control': 'no-store' } });
}
