/** Codes with which X names no language: unknown, only emoji, only media, only hashtags, only mentions, only cashtags, art. */
const none: ReadonlySet<string> = new Set(['', 'und', 'art', 'zxx', 'mul', 'mis']);
/** Old codes that X still uses; browsers and screen readers expect the new ones. */
const renamed: Readonly<Record<string, string>> = {
  in: 'id',
  iw: 'he',
  ji: 'yi',
  jw: 'jv',
  mo: 'ro',
  'zh-cn': 'zh-Hans',
  'zh-tw': 'zh-Hant',
};

/** The value of the `lang` attribute for a text of X; undefined if its language is not known. */
export function toLanguageTag(lang: string | null): string | undefined {
  const code = lang?.toLowerCase() ?? '';
  // qme, qst, qht, qam, qct and further ones beginning with q are X's own.
  if (none.has(code) || /^q[a-z]{2}$/.test(code)) return undefined;
  const tag = renamed[code] ?? code;
  return /^[a-z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/.test(tag) ? tag : undefined;
}
