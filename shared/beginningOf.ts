/** More UTF-16 units than any emoji has. */
const PILE = 40;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The beginning of a text, at most `limit` code points long. It ends between graphemes, so not inside an emoji or a letter with
 * marks; inside a pile of marks it ends between code points.
 */
export function beginningOf(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = toIndex(text, limit);
  if (end === text.length) return text;
  const start = graphemes.segment(text).containing(end)?.index ?? end;
  return text.slice(0, start === 0 || end - start > PILE ? end : start);
}

/** The index behind the first `count` code points. */
function toIndex(text: string, count: number): number {
  let index = 0;
  for (let left = count; left > 0 && index < text.length; left -= 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}
