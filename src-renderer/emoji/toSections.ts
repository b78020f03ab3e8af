import { type Emoji, type EmojiGroup, emojiGroups, findEmoji, inTone } from './emojiData.ts';

/** So many stand in a row. */
const COLUMNS = 8;

/** An emoji as it is shown and inserted. */
export interface Cell {
  readonly emoji: string;
  readonly label: string;
}

/** Rows of emoji under one heading. */
export interface Section {
  readonly name: EmojiGroup | 'recent' | 'found';
  readonly rows: readonly (readonly Cell[])[];
}

/** What the picker shows: all groups after those that were used last; or, for a text, what it finds. Empty sections are left out. */
export function toSections(
  all: readonly Emoji[],
  text: string,
  recent: readonly string[],
  tone: number,
): readonly Section[] {
  const toCell = (each: Emoji): Cell => ({ emoji: inTone(each, tone), label: each.label });
  const sections =
    text.trim() === ''
      ? [
          toSection('recent', toRecent(all, recent)),
          ...Object.values(emojiGroups).map((name) =>
            toSection(name, all.filter(({ group }) => group === name).map(toCell)),
          ),
        ]
      : [toSection('found', findEmoji(all, text).map(toCell))];
  return sections.filter(({ rows }) => rows.length > 0);
}

function toSection(name: Section['name'], cells: readonly Cell[]): Section {
  const count = Math.ceil(cells.length / COLUMNS);
  const rows = Array.from({ length: count }, (_, row) => cells.slice(row * COLUMNS, (row + 1) * COLUMNS));
  return { name, rows };
}

/** In the tone in which they were used, named in the language of now. */
function toRecent(all: readonly Emoji[], recent: readonly string[]): readonly Cell[] {
  return recent.flatMap((used) => {
    const known = all.find(({ emoji, tones }) => emoji === used || tones.includes(used));
    return known ? [{ emoji: used, label: known.label }] : [];
  });
}

/** A place among all rows of the sections. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The place that an arrow key leads to; null if it is no arrow key. The ends stop. */
export function stepTo(
  key: string,
  { row, column }: Place,
  rows: readonly (readonly Cell[])[],
): Place | null {
  const widthOf = (at: number) => rows[at]?.length ?? 0;
  const at = (next: number) =>
    widthOf(next) === 0 ? { row, column } : { row: next, column: Math.min(column, widthOf(next) - 1) };
  if (key === 'ArrowDown') return at(row + 1);
  if (key === 'ArrowUp') return at(row - 1);
  if (key === 'ArrowRight') {
    if (column + 1 < widthOf(row)) return { row, column: column + 1 };
    return row + 1 < rows.length ? { row: row + 1, column: 0 } : { row, column };
  }
  if (key !== 'ArrowLeft') return null;
  if (column > 0) return { row, column: column - 1 };
  return row > 0 ? { row: row - 1, column: widthOf(row - 1) - 1 } : { row, column };
}
