import { isLoopbackHost } from '../commandLine.ts';
import { parseUrl } from './parseUrl.ts';

const LONGEST = 2_048;

/**
 * The address as the system browser may get it, or null: only https with a public-looking host, without credentials, at
 * most 2,048 characters.
 */
export function toExternalLink(address: string): string | null {
  const url = address.length <= LONGEST ? parseUrl(address) : null;
  if (url?.protocol !== 'https:' || url.hostname === '') return null;
  if (url.username !== '' || url.password !== '') return null;
  return isLoopbackHost(url.hostname) || !url.hostname.includes('.') ? null : url.href;
}
