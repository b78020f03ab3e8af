/** The line of a position, counted from 1. */
const lineAt = (text: string, position: number): number => text.slice(0, position).split(/\r\n?|\n/).length;

/** The line at which a text stops being JSON; the last one where it breaks off. */
export function lineOfSyntaxError(text: string, cause: unknown): number {
  const message = String(cause);
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return lineAt(text, Number(position));
  // Some messages quote ten characters on both sides instead.
  const [, dots, quoted = ''] = /, (\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid/su.exec(message) ?? [];
  if (quoted === '') return lineAt(text, text.length);
  return dots === undefined ? 1 : lineAt(text, text.indexOf(quoted) + 10);
}

/** The lines on which the items of the list in a valid JSON text begin: of the text itself, or of `items` in its object. */
export function listItemLines(text: string): number[] {
  const positions = listItemPositions(text);
  let line = 1;
  let from = 0;
  return positions.map((position) => {
    const start = position + text.slice(position, position + 1_000).search(/\S|$/u);
    line += lineAt(text.slice(from, start), start - from) - 1;
    from = start;
    return line;
  });
}

/** Where items begin: behind the bracket that opens the list, and behind each comma that is in no item. */
function listItemPositions(text: string): number[] {
  const isList = text.trimStart().startsWith('[');
  const depthOfItems = isList ? 1 : 2;
  const positions: number[] = [];
  let depth = 0;
  let isInItems = isList;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]/gsu)) {
    depth += steps[token] ?? 0;
    const isBetween = token === '[' || token === ',';
    if (isBetween && isInItems && depth === depthOfItems) positions.push(index + 1);
    if (!isList && depth === 1 && token.startsWith('"')) isInItems = token === '"items"';
  }
  return positions;
}

const steps: Readonly<Record<string, number>> = { '[': 1, '{': 1, ']': -1, '}': -1 };
