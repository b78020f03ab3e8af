import { parseUrl } from '../base/urls.ts';

const LONGEST = 2_048;

/** Endings that mean this machine or the network around it, never the public one. */
const localEndings = ['.localhost', '.local', '.internal', '.home.arpa'];

/**
 * The address as the system browser may get it, or null: only https, without credentials, at most 2,048 characters, and
 * a host with a public name. A bare IP address has none.
 */
export function toExternalLink(address: string): string | null {
  const url = address.length <= LONGEST ? parseUrl(address) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return hasPublicName(url.hostname) ? url.href : null;
}

function hasPublicName(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '');
  const isAddress = host.startsWith('[') || /^[\d.]+$/.test(host);
  return host.includes('.') && !isAddress && !localEndings.some((ending) => host.endsWith(ending));
}
