import { parseUrl } from '../base/urls.ts';

const hosts: ReadonlySet<string> = new Set(['pbs.twimg.com', 'video.twimg.com']);

/** The most bytes that a picture may have. */
export const MEDIA_LIMIT_BYTES = 10_000_000;

/** How long the whole of a picture may take. */
export const MEDIA_LIMIT_MS = 15_000;

/** The address as it may be fetched, or null: X's own picture hosts by https, or `simulatorOrigin` where X is simulated. */
export function toMediaSource(address: string, simulatorOrigin: string | null): string | null {
  const url = parseUrl(address);
  if (url === null || url.username + url.password !== '') return null;
  const ofX = url.protocol === 'https:' && url.port === '' && hosts.has(url.hostname);
  return ofX || url.origin === simulatorOrigin ? url.href : null;
}
