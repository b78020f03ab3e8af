/** The host of an address with or without a scheme, in lower case and without `www.`; null if it has none. */
export function toHost(address: string): string | null {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}

/** Second levels under which countries register names: example.co.uk. */
const seconds: ReadonlySet<string> = new Set(['ac', 'co', 'com', 'edu', 'gouv', 'gov', 'net', 'org']);

/** The site of an address: the host without what its owner has put before it, `help.example.co.uk` is `example.co.uk`. */
export function toSite(address: string): string | null {
  const labels = toHost(address)?.split('.') ?? [];
  const [second = '', top = ''] = labels.slice(-2);
  const isCountry = top.length === 2 && seconds.has(second);
  return labels.length < 2 ? null : labels.slice(isCountry ? -3 : -2).join('.');
}

/** An address as it names a page: without a scheme, `www.` and a slash at its end, the host in lower case. */
export const toPage = (address: string): string =>
  address
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/^[^/?#]+/, (host) => host.toLowerCase())
    .replace(/\/$/, '');
