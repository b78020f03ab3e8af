import path from 'node:path';
import { type Session, session } from 'electron';
import { MEDIA_SCHEME } from '#shared/domain/mediaAddress.ts';
import type { RecordRequest } from '#shared/domain/networkContact.ts';
import { openMediaCache } from './mediaCache.ts';
import { toBrowserUserAgent } from './pictureRules.ts';
import { serveMedia } from './serveMedia.ts';

const CACHE_BYTES = 500_000_000;

export interface MediaOptions {
  readonly cacheDir: string;
  /** Whether the preference to load pictures is on. */
  readonly isAllowed: () => boolean;
  /** Called with every request. */
  readonly record: RecordRequest;
  /** Whether what is not in the cache may be fetched. */
  readonly mayFetch: () => boolean;
  /** The origin of the simulator; null in a workspace of an account. */
  readonly simulatorOrigin: () => string | null;
  /** The path of a file of a private message of the open workspace; null if it cannot be had. */
  readonly getPrivateFile: (messageId: string, url: string) => Promise<string | null>;
}

/** The response with the file at a `media:` address, or with the part that the `Range` header wants. */
export type ReadMedia = (address: string, range?: string | null) => Promise<Response>;

/**
 * Serves remote pictures to the pages of a session, and returns what serves them. They are fetched in a separate session without
 * cookies.
 */
export function serveRemotePictures(pages: Session, options: MediaOptions): ReadMedia {
  const cache = openMediaCache(path.join(options.cacheDir, 'media'));
  const fetcher = session.fromPartition('media', { cache: false });
  fetcher.setUserAgent(toBrowserUserAgent(fetcher.getUserAgent()));
  void cache.prune(CACHE_BYTES);
  const server = {
    ...options,
    fetch: (address: string, init: RequestInit) => fetcher.fetch(address, init),
    cache,
  };
  const read: ReadMedia = (address, range) => serveMedia(server, address, range);
  pages.protocol.handle(MEDIA_SCHEME, (request) => read(request.url, request.headers.get('range')));
  return read;
}
