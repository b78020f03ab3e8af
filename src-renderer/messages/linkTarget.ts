/** Where a link leads, as a browser reads it; the host is in punycode, so look-alike letters show. */
export interface LinkTarget {
  readonly url: string;
  readonly host: string;
  /** True where the text in the message does not name this host, so that it must be said beside it. */
  readonly differs: boolean;
}

/** The target of a link, or null where Perch will not open it: not https, or with a name and password in it. */
export function toLinkTarget(shown: string, address: string): LinkTarget | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return { url: url.href, host: url.host, differs: !namesHost(shown, url.host) };
}

function namesHost(shown: string, host: string): boolean {
  const bare = shown.replace(/^https?:\/\//i, '').toLowerCase();
  const named = bare.split(/[/?#…]/, 1)[0] ?? '';
  return named.replace(/^www\./, '') === host.replace(/^www\./, '');
}
