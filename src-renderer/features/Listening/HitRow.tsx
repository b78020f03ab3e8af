import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../../../shared/domain/savedSearch.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Bidi, capText, Handle } from '../../ui/Bidi.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import shared from '../../ui/shared.module.css';
import row from '../Queue/QueueRow.module.css';
import styles from './Listening.module.css';
import { toSearchNames } from './searchNames.ts';
import type { Hit } from './useHits.ts';

interface Props {
  readonly hit: Hit;
  readonly searches: readonly SavedSearch[];
  readonly isSelected: boolean;
  /** Counting from 1. */
  readonly position: number;
  /** How many rows there are; -1 while nobody knows. */
  readonly size: number;
  /** Pixels. */
  readonly top: number;
  readonly height: number;
  readonly onSelect: (messageId: string) => void;
}

/** The id of a row's element, so that the list can point to it. */
export function toHitRowId({ message }: Hit): string {
  return `hit-row-${message.id}`;
}

/** One hit: who, what, which search found it, and whether it was taken. */
export const HitRow = memo(function HitRow(props: Props) {
  const { hit, searches, isSelected, position, size, top, height, onSelect } = props;
  const { t, i18n } = useTranslation();
  const { author, text, at, id } = hit.message;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points to the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      role="option"
      id={toHitRowId(hit)}
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={size}
      className={row.row}
      data-density="comfortable"
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={() => onSelect(id)}
    >
      <Avatar id={author.id} name={author.name} size={34} />
      <div className={row.lines}>
        <div className={shared.rowLine}>
          <Bidi text={author.name} cap={80} className={row.name} />
          <Handle handle={author.handle} cap={18} className={row.handle} />
          <RelativeTime at={at} className={row.time} />
        </div>
        <div className={shared.rowLine}>
          <bdi dir="auto" className={row.text}>
            {capText(text, 160).replace(/\s+/g, ' ')}
          </bdi>
        </div>
        <div className={shared.rowLine}>
          <span className={styles.found}>{toSearchNames(hit, searches, i18n.language, 80)}</span>
          {hit.takenAs !== null && (
            <span className={styles.taken}>
              <IconCheck aria-hidden="true" size={12} stroke={2} />
              {t('listening.takenMark')}
            </span>
          )}
        </div>
      </div>
    </div>
  );
});
