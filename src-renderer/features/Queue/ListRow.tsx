import type { ReactNode } from 'react';
import type { Preferences } from '#shared/contract/shell.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import shared from '../../ui/shared.module.css';
import type { RowPlace } from '../../ui/VirtualList.tsx';
import styles from './QueueRow.module.css';

interface Props {
  /** The id of the element, so that the list can point to it. */
  readonly elementId: string;
  readonly place: RowPlace;
  readonly density: Preferences['density'];
  readonly who: { readonly id: string; readonly name: string; readonly handle: string };
  /** When, in epoch milliseconds. */
  readonly at: number;
  /** The mark before a row that nobody has read yet. */
  readonly unread?: ReactNode;
  readonly onSelect: () => void;
  /** The lines below the one that says who and when. */
  readonly children: ReactNode;
}

/** An option of a list: who and when, and what more lines say. */
export function ListRow({ elementId, place, density, who, at, unread, onSelect, children }: Props) {
  const { index, isSelected, size, top, height } = place;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points to the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      role="option"
      id={elementId}
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={size}
      className={styles.row}
      data-density={density}
      data-unread={unread ? true : undefined}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={onSelect}
    >
      {unread}
      <Avatar id={who.id} name={who.name} size={density === 'compact' ? 28 : 34} />
      <div className={styles.lines}>
        <div className={shared.rowLine}>
          <Bidi text={who.name} cap={80} className={styles.name} />
          <Handle handle={who.handle} cap={18} className={styles.handle} />
          <RelativeTime at={at} className={styles.time} />
        </div>
        {children}
      </div>
    </div>
  );
}
