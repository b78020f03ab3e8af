import { isAppOrigin } from '../base/urls.ts';

const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications']);

/** Whether a page gets a permission: only copying text and notifications, and only the application's own pages. */
export function isPermissionGranted(permission: string, origin: string): boolean {
  return granted.has(permission) && isAppOrigin(origin);
}
