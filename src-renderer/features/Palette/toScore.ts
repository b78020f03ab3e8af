/** How well a command's label fits what was typed, from 0 (not at all) to 1 (it begins with it). */
export function toScore(label: string, typed: string): number {
  const words = toPlain(label);
  const search = toPlain(typed);
  if (words.startsWith(search)) return 1;
  if (words.includes(` ${search}`)) return 0.6;
  return search.split(/\s+/).every((part) => words.includes(part)) ? 0.4 : 0;
}

/** Lower-case words without accents or punctuation, so that `clotur` finds `« Clôturées »`. */
function toPlain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
