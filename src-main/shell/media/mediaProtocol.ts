import path from 'node:path';
import { type Session, session } from 'electron';
import { MEDIA_SCHEME } from '#shared/domain/mediaAddress.ts';
import { openMediaCache } from './mediaCache.ts';
import { serveMedia } from './serveMedia.ts';

const CACHE_BYTES = 500_000_000;

export interface MediaFacts {
  readonly cacheDir: string;
  readonly isAllowed: () => boolean;
  readonly simulatorOrigin: () => string | null;
}

/** Serves remote pictures to the pages of a session; they are fetched by a session of their own without cookies. */
export function serveRemotePictures(pages: Session, facts: MediaFacts): void {
  const cache = openMediaCache(path.join(facts.cacheDir, 'media'));
  const fetcher = session.fromPartition('media', { cache: false });
  void cache.prune(CACHE_BYTES);
  pages.protocol.handle(MEDIA_SCHEME, (request) =>
    serveMedia(
      {
        fetch: (address, init) => fetcher.fetch(address, init),
        cache,
        isAllowed: facts.isAllowed,
        simulatorOrigin: facts.simulatorOrigin,
      },
      request.url,
    ),
  );
}
