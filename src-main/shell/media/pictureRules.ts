import type { NetworkPurpose } from '#shared/domain/networkContact.ts';
import { parseUrl } from '../base/urls.ts';

const hosts: ReadonlySet<string> = new Set(['pbs.twimg.com', 'video.twimg.com']);

/** The maximum size of a picture, and of a video or recording. */
export const MEDIA_LIMIT_BYTES = 10_000_000;
export const PLAYABLE_LIMIT_BYTES = 50_000_000;

/** The timeout for loading a picture. */
export const MEDIA_TIMEOUT_MS = 15_000;

/**
 * The URL to fetch a picture from, or null if it must not be fetched. Allowed are https URLs of X's picture hosts, and
 * `simulatorOrigin` in a simulated workspace; both without credentials. The simulator has another port at each start, so
 * that a stored address of an earlier one leads to it as it runs now.
 */
export function toMediaSource(address: string, simulatorOrigin: string | null): string | null {
  const url = parseUrl(address);
  if (url === null || url.username + url.password !== '') return null;
  const isX = url.protocol === 'https:' && url.port === '' && hosts.has(url.hostname);
  if (isX) return url.href;
  const isSimulated =
    url.protocol === 'http:' && url.hostname === '127.0.0.1' && url.pathname.startsWith('/media/');
  return simulatorOrigin !== null && isSimulated
    ? new URL(url.pathname + url.search, simulatorOrigin).href
    : null;
}

/** What a file is fetched for, by the path that X or the simulator gives it. */
export function toMediaPurpose({ pathname }: URL): NetworkPurpose {
  return /^\/(?:profile_images\/|media\/(?:portrait-|default_profile))/.test(pathname)
    ? 'profilePictures'
    : 'media';
}

/** Chromium's user agent, without the names and versions of Perch and Electron that would single out its users. */
export function toBrowserUserAgent(userAgent: string): string {
  return userAgent.replace(/ (?!Mozilla|AppleWebKit|Chrome|Safari)[\w-]+\/[\d.]+/g, '');
}
