/** The scheme under which the window loads remote pictures; the shell fetches them. */
export const MEDIA_SCHEME = 'media';

const prefix = `${MEDIA_SCHEME}://x/?url=`;

interface MediaAddressOptions {
  /** The private message that the file belongs to: it is then fetched with the account's token. */
  readonly messageId?: string | null;
  /** Whether a person asked for this very file, so that it is loaded even if loading pictures is switched off. */
  readonly isWanted?: boolean;
}

/** The `media:` address of the file at `url`. */
export function toMediaAddress(
  url: string,
  { messageId = null, isWanted = false }: MediaAddressOptions = {},
): string {
  const message = messageId === null ? '' : `&message=${encodeURIComponent(messageId)}`;
  return prefix + encodeURIComponent(url) + message + (isWanted ? '&wanted' : '');
}

/** What a `media:` address stands for, or null if it is none. */
export function readMediaAddress(
  address: string,
): (Required<MediaAddressOptions> & { readonly url: string }) | null {
  if (!address.startsWith(prefix)) return null;
  const [url, ...options] = address.slice(prefix.length).split('&');
  const message = options.find((option) => option.startsWith('message='));
  const decoded = decode(url);
  if (decoded === null) return null;
  return {
    url: decoded,
    messageId: decode(message?.slice('message='.length)),
    isWanted: options.includes('wanted'),
  };
}

/** The remote address behind a `media:` address, or null if it is none. */
export function fromMediaAddress(address: string): string | null {
  return readMediaAddress(address)?.url ?? null;
}

function decode(part: string | undefined): string | null {
  try {
    return part === undefined ? null : decodeURIComponent(part);
  } catch {
    return null;
  }
}

const dmFile =
  /^https:\/\/ton\.(?:twitter|x|twimg)\.com\/(?:[\w.]+\/){0,8}dm\/\d{1,19}\/\d{1,19}\/([A-Za-z0-9_.-]{1,50})$/;

/**
 * The name of the file at an address that X gives for the media of private messages, such as
 * `https://ton.twitter.com/1.1/ton/data/dm/1/11/A.jpg`; null for any other address. X serves it only by a call of its API.
 */
export function toDmFileName(address: string): string | null {
  return dmFile.exec(address)?.[1] ?? null;
}

const dmVideo =
  /^https:\/\/video\.twimg\.com\/dm_(?:video|gif)\/\d{1,19}\/(?:[\w.-]{1,40}\/){0,4}([A-Za-z0-9_.-]{1,96}\.mp4)(?:\?[\w=&.-]{0,100})?$/;

/**
 * The name of the file at an address that X gives for a video or animated GIF of a private message, such as
 * `https://video.twimg.com/dm_video/55/vid/avc1/720x1280/Ab_c.mp4?tag=1`; null for any other address.
 */
export function toDmVideoName(address: string): string | null {
  return dmVideo.exec(address)?.[1] ?? null;
}

/** The name under which the workspace and X's archives keep a file of a private message; null for any other address. */
export function toDmMediaName(address: string): string | null {
  return toDmFileName(address) ?? toDmVideoName(address);
}
