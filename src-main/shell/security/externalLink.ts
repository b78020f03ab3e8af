import { parseUrl } from '../base/urls.ts';

const MAX_LENGTH = 2_048;

/** Domains of this machine or the local network; those after `.local` by RFC 6762, appendix G, and RFC 8375. */
const localSuffixes = [
  '.localhost',
  '.local',
  '.internal',
  '.intranet',
  '.private',
  '.corp',
  '.home',
  '.lan',
  '.home.arpa',
];

/**
 * The URL to open in the system browser, or null if it must not be opened. Allowed are https URLs of at most 2,048
 * characters, without credentials, whose host is a public domain name: no IP address and no local name.
 */
export function toExternalLink(address: string): string | null {
  const url = address.length <= MAX_LENGTH ? parseUrl(address) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return isPublicName(url.hostname) ? url.href : null;
}

function isPublicName(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '');
  const isIpAddress = host.startsWith('[') || /^[\d.]+$/.test(host);
  return host.includes('.') && !isIpAddress && !localSuffixes.some((suffix) => host.endsWith(suffix));
}
