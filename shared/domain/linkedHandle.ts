const profile = /(?:^|\/\/)(?:www\.|mobile\.)?(?:x|twitter)\.com\/(\w{1,15})(?:[/?#]|$)/i;

/** Paths of X that look like handles and are none. */
const reserved = /^(?:i|messages|intent)$/i;

/** The handle in an address of a profile or a post on X, such as `https://x.com/anna/status/1`; null if there is none. */
export function readLinkedHandle(text: string): string | null {
  const handle = profile.exec(text)?.[1];
  return handle === undefined || reserved.test(handle) ? null : handle;
}
