import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import shared from '../../../ui/shared.module.css';
import styles from './Composer.module.css';
import type { Mark } from './useGuards.ts';

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The text field. */
  readonly children: ReactNode;
}

/** A text field with the parts underlaid of which guards warn: a copy of its text that shows nothing but the marks. */
export function FieldMarks({ children, ...marked }: Props) {
  return (
    <div className={styles.marked}>
      <Layer {...marked} />
      {children}
    </div>
  );
}

function Layer({ field, text, marks: all }: Omit<Props, 'children'>) {
  // Others are in what is said of pictures.
  const marks = all.filter(({ end }) => end <= text.length);
  const layer = useRef<HTMLDivElement>(null);
  const isShown = marks.length > 0;
  useEffect(() => {
    const { current } = field;
    if (!isShown || !current) return;
    const follow = () => {
      if (!layer.current) return;
      // Without the scroll bar, which would break other lines.
      layer.current.style.width = `${current.clientWidth}px`;
      layer.current.scrollTop = current.scrollTop;
    };
    follow();
    const resized = new ResizeObserver(follow);
    resized.observe(current);
    current.addEventListener('scroll', follow);
    return () => {
      resized.disconnect();
      current.removeEventListener('scroll', follow);
    };
  }, [field, isShown]);
  if (!isShown) return null;
  return (
    <div ref={layer} aria-hidden="true" dir="auto" className={`${shared.writing} ${styles.marks}`}>
      {toParts(text, marks).map(({ part, start, isMarked }) =>
        isMarked ? <mark key={start}>{part}</mark> : <span key={start}>{part}</span>,
      )}
      {'\n'}
    </div>
  );
}

function toParts(text: string, marks: readonly Mark[]) {
  const sorted = marks.toSorted((a, b) => a.start - b.start);
  const cuts = [0, ...sorted.flatMap(({ start, end }) => [start, end]), text.length];
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0;
    return end > start ? [{ start, part: text.slice(start, end), isMarked: index % 2 === 1 }] : [];
  });
}
