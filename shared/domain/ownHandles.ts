/** Spaces and marks of direction, then a handle that ends where X ends it, and what sets it off from the words. */
const leading = /^([\s\p{Cf}]*)(\.?@(\w{1,15})(?![\w@'’.-]*\w)[,:;،؛]?)/u;

/**
 * The words of a message without the handles of the account at its beginning, which say no more than that it was written
 * to the account; other handles stay. A message of nothing else keeps its text. `handle` is without @, in any case.
 */
export function withoutOwnHandles(text: string, handle: string): string {
  const own = handle.toLowerCase();
  if (own === '') return text;
  let kept = '';
  let rest = text;
  let hasOwn = false;
  for (let found = leading.exec(rest); found; found = leading.exec(rest)) {
    const [whole, space = '', written, name = ''] = found;
    const isOwn = name.toLowerCase() === own;
    hasOwn ||= isOwn;
    kept += isOwn ? '' : `${space}${written}`;
    rest = rest.slice(whole.length);
  }
  const words = `${kept}${rest}`.replace(/^\s+/u, '');
  return hasOwn && /[\p{L}\p{N}\p{P}\p{S}]/u.test(rest) ? words : text;
}

/**
 * The last message of a conversation as lists show it: without the leading handles that only say whom it is to, the account's in
 * what a person wrote, the person's in a reply.
 */
export function toPreview(
  { text, direction }: { readonly text: string; readonly direction: 'in' | 'out' },
  handles: { readonly own: string; readonly person: string },
): string {
  return withoutOwnHandles(text, direction === 'out' ? handles.person : handles.own);
}
