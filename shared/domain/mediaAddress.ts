/** The scheme under which the window loads remote pictures; the shell fetches them. */
export const MEDIA_SCHEME = 'media';

const prefix = `${MEDIA_SCHEME}://x/?url=`;

/** The `media:` address of the picture at `url`. */
export function toMediaAddress(url: string): string {
  return prefix + encodeURIComponent(url);
}

/** The remote address behind a `media:` address, or null if it is none. */
export function fromMediaAddress(address: string): string | null {
  if (!address.startsWith(prefix)) return null;
  try {
    return decodeURIComponent(address.slice(prefix.length));
  } catch {
    return null;
  }
}
