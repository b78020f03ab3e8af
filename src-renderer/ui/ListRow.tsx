import { IconCheck } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/contract/shell.ts';
import type { MessageContent } from '#shared/domain/messageContent.ts';
import { Avatar } from './Avatar.tsx';
import styles from './ListRow.module.css';
import { NameAndHandle } from './NameAndHandle.tsx';
import { Snippet } from './Snippet.tsx';
import shared from './shared.module.css';
import type { RowLayout } from './VirtualList.tsx';

/** Whether a row is picked among many, and what a press with a modifier, or on its face, does. */
export interface RowPick {
  readonly isPicked: boolean;
  /** Whether any row is: then being picked is what a row can be, besides open. */
  readonly isPicking: boolean;
  readonly label: string;
  readonly onPick: (how: 'toggle' | 'range') => void;
}

interface FrameProps {
  /** The element id, for `aria-activedescendant`. */
  readonly elementId: string;
  readonly place: RowLayout;
  readonly density: Preferences['density'];
  /** Marks the row as unread; the text is for screen readers. */
  readonly unread?: string | undefined;
  /** Set where many rows can be picked. */
  readonly pick?: RowPick;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

interface Props extends FrameProps {
  readonly who: {
    readonly id: string;
    readonly name: string;
    readonly handle: string;
    /** The `media:` address of the profile picture. */
    readonly picture: string | undefined;
  };
  /** At the end of the first line. */
  readonly time: ReactNode;
  /** The lines below the name and time. */
  readonly children: ReactNode;
}

/** A row of a listbox: avatar, name and time, and further lines. */
export function ListRow({ who, time, children, ...frame }: Props) {
  return (
    <RowFrame {...frame}>
      <Face who={who} size={frame.density === 'compact' ? 28 : 34} pick={frame.pick} />
      <div className={styles.lines}>
        <div className={shared.rowLine}>
          <NameAndHandle name={who.name} handle={who.handle} cap={18} className={styles.name} />
          <span className={styles.time}>{time}</span>
        </div>
        {children}
      </div>
    </RowFrame>
  );
}

/** The box of a row of a listbox, whatever is in it. */
export function RowFrame({ elementId, place, density, unread, pick, onSelect, children }: FrameProps) {
  const { position, isSelected, size, top, height } = place;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points to the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      role="option"
      id={elementId}
      aria-selected={pick?.isPicking ? pick.isPicked : isSelected}
      aria-current={isSelected ? true : undefined}
      aria-posinset={position}
      aria-setsize={size}
      className={styles.row}
      data-density={density}
      data-unread={unread === undefined ? undefined : true}
      style={{ height, transform: `translateY(${top}px)` }}
      data-picked={pick?.isPicked || undefined}
      onClick={(event) => {
        const how = toPick(event);
        if (pick && how) pick.onPick(how);
        else onSelect();
      }}
    >
      {unread !== undefined && (
        <span className={styles.dot}>
          <span className={`${shared.spoken} ${styles.hidden}`}>{unread}</span>
        </span>
      )}
      {children}
    </div>
  );
}

function toPick({ shiftKey, ctrlKey, metaKey }: MouseEvent): 'toggle' | 'range' | null {
  if (shiftKey) return 'range';
  return ctrlKey || metaKey ? 'toggle' : null;
}

interface FaceProps extends Pick<Props, 'who'> {
  readonly size: number;
  readonly pick: RowPick | undefined;
}

/** The avatar, which shows whether the row is picked and picks it by a press; the keys of the list do the same. */
function Face({ who, size, pick }: FaceProps) {
  const avatar = <Avatar id={who.id} name={who.name} picture={who.picture} size={size} />;
  if (!pick) return avatar;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the list has the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <span
      className={styles.face}
      title={pick.label}
      onClick={(event) => {
        event.stopPropagation();
        pick.onPick(toPick(event) ?? 'toggle');
      }}
    >
      {avatar}
      <span aria-hidden="true" className={styles.check} data-picked={pick.isPicked || undefined}>
        <IconCheck size={16} stroke={2.25} />
      </span>
    </span>
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
