/** The hashtags of a text in lower case, without `#`, each once. */
export function hashtagsOf(text: string): Set<string> {
  return new Set([...text.matchAll(hashtags)].map(([, name]) => (name ?? '').toLowerCase()));
}

/** Hashtags of a sensible length; the group is the name. */
export const hashtags = /#([\p{L}\p{N}_]{1,100})/gu;
