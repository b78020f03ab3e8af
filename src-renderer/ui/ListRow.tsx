import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/contract/shell.ts';
import type { MessageContent } from '#shared/domain/messageContent.ts';
import { Avatar } from './Avatar.tsx';
import { Bidi, Handle } from './Bidi.tsx';
import styles from './ListRow.module.css';
import { Snippet } from './Snippet.tsx';
import shared from './shared.module.css';
import type { RowLayout } from './VirtualList.tsx';

interface Props {
  /** The element id, for `aria-activedescendant`. */
  readonly elementId: string;
  readonly place: RowLayout;
  readonly density: Preferences['density'];
  readonly who: {
    readonly id: string;
    readonly name: string;
    readonly handle: string;
    /** The `media:` address of the profile picture. */
    readonly picture: string | undefined;
  };
  /** At the end of the first line. */
  readonly time: ReactNode;
  /** Marks the row as unread; the text is for screen readers. */
  readonly unread?: string | undefined;
  readonly onSelect: () => void;
  /** The lines below the name and time. */
  readonly children: ReactNode;
}

/** A row of a listbox: avatar, name and time, and further lines. */
export function ListRow({ elementId, place, density, who, time, unread, onSelect, children }: Props) {
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
      data-unread={unread === undefined ? undefined : true}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={onSelect}
    >
      {unread !== undefined && (
        <span className={styles.dot}>
          <span className={`${shared.spoken} ${styles.hidden}`}>{unread}</span>
        </span>
      )}
      <Avatar id={who.id} name={who.name} picture={who.picture} size={density === 'compact' ? 28 : 34} />
      <div className={styles.lines}>
        <div className={shared.rowLine}>
          <Bidi text={who.name} cap={80} className={styles.name} />
          <Handle handle={who.handle} cap={18} className={styles.handle} />
          <span className={styles.time}>{time}</span>
        </div>
        {children}
      </div>
    </div>
  );
}

interface TextProps {
  readonly text: string;
  /** What to say in place of the text, which has no words then. */
  readonly content?: MessageContent | null;
  /** X's code of the language of the text. */
  readonly lang?: string | null;
  /** The author, if it is not the person of the row. */
  readonly writer?: string;
  readonly lines?: 1 | 2;
}

/** The beginning of a text from X, on one or two lines of a row. */
export function RowText({ text, content = null, lang = null, writer, lines = 1 }: TextProps) {
  const { t } = useTranslation();
  const message = { text, content, lang };
  return (
    <div className={styles.text} data-lines={lines}>
      {writer === undefined ? (
        <Snippet {...message} className={styles.whole} />
      ) : (
        <span className={styles.whole}>
          <span className={styles.writer}>{t('labelled', { label: writer, value: '' })}</span>
          <Snippet {...message} />
        </span>
      )}
    </div>
  );
}
