import { parseUrl } from '../base/urls.ts';
import { APP_ORIGIN } from '../protocols/schemes.ts';

const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications']);

/** Whether a page may have a permission: copying text and notifications, and only for the application itself. */
export function isPermissionGranted(permission: string, origin: string): boolean {
  return granted.has(permission) && isAppOrigin(origin);
}

/** Whether an address or origin is the application's own. */
export function isAppOrigin(address: string): boolean {
  const url = parseUrl(address);
  return url !== null && `${url.protocol}//${url.host}` === APP_ORIGIN;
}
