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

/** Chromium's user agent, without the names and versions of Perch and Electron that would single out its users. */
export function toBrowserUserAgent(userAgent: string): string {
  return userAgent.replace(/ (?!Mozilla|AppleWebKit|Chrome|Safari)[\w-]+\/[\d.]+/g, '');
}

const signatures: readonly {
  readonly type: string;
  readonly at: number;
  readonly bytes: readonly number[];
}[] = [
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', at: 0, bytes: [...Buffer.from('GIF8')] },
  { type: 'image/webp', at: 8, bytes: [...Buffer.from('WEBP')] },
];

const playable: typeof signatures = [
  { type: 'audio/mp4', at: 4, bytes: [...Buffer.from('ftypM4A')] },
  { type: 'video/mp4', at: 4, bytes: [...Buffer.from('ftyp')] },
  { type: 'audio/ogg', at: 0, bytes: [...Buffer.from('OggS')] },
  { type: 'audio/mpeg', at: 0, bytes: [...Buffer.from('ID3')] },
  { type: 'audio/wav', at: 8, bytes: [...Buffer.from('WAVE')] },
];

/**
 * The media type that the file's signature indicates; null for anything but pictures, MP4 and recordings. A file that could be a
 * picture too is one: Chromium decodes a picture whatever its media type.
 */
export function toMediaType(file: Uint8Array): string | null {
  return toImageType(file) ?? (isAvif(file) ? null : findType(playable, file));
}

/** The media type that the file's signature indicates; null for anything but PNG, JPEG, GIF and WebP. */
export function toImageType(file: Uint8Array): string | null {
  return findType(signatures, file);
}

/** The most bytes that the list of brands at the start of a video takes; a few dozen are usual. */
const MAX_BRANDS_BYTES = 1_024;

/** Whether a file that begins as an MP4 may be a picture in AVIF, which one of its brands decides. */
function isAvif(file: Uint8Array): boolean {
  const head = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (head.toString('latin1', 4, 8) !== 'ftyp') return false;
  const length = head.readUInt32BE(0);
  return length < 8 || length > MAX_BRANDS_BYTES || /avi[fs]/.test(head.toString('latin1', 8, length));
}

function findType(types: typeof signatures, file: Uint8Array): string | null {
  const found = types.find(({ at, bytes }) => bytes.every((byte, index) => file[at + index] === byte));
  return found?.type ?? null;
}
