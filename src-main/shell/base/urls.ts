/** The scheme of the application's own files in a window. */
export const APP_SCHEME = 'app';

/** The only origin that may run in a window and call the shell. */
export const APP_ORIGIN = `${APP_SCHEME}://perch`;

/** The address that a window loads first. */
export const APP_START = `${APP_ORIGIN}/`;

/** The parsed URL; null if the text is not one. */
export function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Whether a URL or origin is the application's own. */
export function isAppOrigin(address: string): boolean {
  const url = parseUrl(address);
  return url !== null && `${url.protocol}//${url.host}` === APP_ORIGIN;
}
