import { memo, useDeferredValue, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Emoji.module.css';
import type { Cell, Place, Section } from './toSections.ts';

interface Props {
  readonly id: string;
  readonly sections: readonly Section[];
  readonly place: Place;
  readonly onPoint: (place: Place) => void;
  readonly onPick: (emoji: string) => void;
}

/** The emoji in rows, with a heading for each section. The one at `place` is kept in sight. */
export function EmojiGrid({ id, sections, place, onPoint, onPick }: Props) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const { row, column } = place;
  // The first rows stand at once, the hundreds out of sight follow.
  const isWhole = useDeferredValue(true, false);
  useEffect(() => {
    if (row === 0 && grid.current) grid.current.scrollTop = 0;
    else document.getElementById(`${id}-${row}-${column}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, row, column]);
  const starts = toStarts(sections);
  return (
    // biome-ignore lint/a11y: the search has the focus and its keys move and pick
    <div
      ref={grid}
      id={id}
      role="grid"
      tabIndex={-1}
      aria-label={t('emoji.title')}
      className={styles.grid}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={({ target, movementX, movementY }) => {
        // Scrolling by key moves rows under a pointer at rest.
        if (movementX === 0 && movementY === 0) return;
        const [atRow, atColumn] = toCell(target)?.dataset.at?.split('-').map(Number) ?? [];
        if (atRow !== undefined && atColumn !== undefined) onPoint({ row: atRow, column: atColumn });
      }}
      onClick={({ target }) => {
        const { emoji } = toCell(target)?.dataset ?? {};
        if (emoji) onPick(emoji);
      }}
    >
      {(isWhole ? sections : sections.slice(0, 2)).map((section, at) => (
        <Rows key={section.name} id={id} section={section} start={starts[at] ?? 0} place={place} />
      ))}
    </div>
  );
}

/** At which row of all each section begins. */
function toStarts(sections: readonly Section[]): readonly number[] {
  let next = 0;
  return sections.map(({ rows }) => {
    const start = next;
    next += rows.length;
    return start;
  });
}

interface RowsProps extends Pick<Props, 'id' | 'place'> {
  readonly section: Section;
  readonly start: number;
}

function Rows({ id, section: { name, rows }, start, place }: RowsProps) {
  const { t } = useTranslation();
  const heading = t(`emoji.groups.${name}`);
  return (
    // biome-ignore lint/a11y: a table has no cells that can be chosen
    <div role="rowgroup" aria-label={heading} className={styles.section}>
      <div aria-hidden="true" className={styles.heading}>
        {heading}
      </div>
      {rows.map((cells, at) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          key={at}
          id={id}
          row={start + at}
          cells={cells}
          active={start + at === place.row ? place.column : null}
        />
      ))}
    </div>
  );
}

function toCell(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-emoji]') : null;
}

interface RowProps {
  readonly id: string;
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly active: number | null;
}

/** Drawn again only when it changes: there are hundreds, and an arrow key concerns two. */
const Row = memo(function Row({ id, row, cells, active }: RowProps) {
  return (
    // biome-ignore lint/a11y: the search has the focus and names the active cell
    <div role="row" className={styles.row}>
      {cells.map(({ emoji, label }, column) => (
        // biome-ignore lint/a11y: as above
        <div
          key={emoji}
          id={`${id}-${row}-${column}`}
          role="gridcell"
          aria-label={label}
          aria-selected={active === column}
          data-at={`${row}-${column}`}
          data-emoji={emoji}
          className={styles.cell}
        >
          {emoji}
        </div>
      ))}
    </div>
  );
});
