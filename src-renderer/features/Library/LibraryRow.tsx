import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLibrary } from '../../state/library.ts';
import { counted } from '../../ui/counted.ts';
import { RowFrame } from '../../ui/ListRow.tsx';
import shared from '../../ui/shared.module.css';
import type { RowLayout } from '../../ui/VirtualList.tsx';
import styles from './Library.module.css';
import type { LibraryItem } from './useLibraryItems.ts';

interface Props extends RowLayout {
  readonly item: LibraryItem;
  readonly onSelect: (id: string) => void;
}

/** The element id of a row, for `aria-activedescendant`. */
export const toLibraryRowId = (id: string): string => `canned-row-${id}`;

/** One canned response: title and shortcut, the beginning of its text, its folder and how often it was used. */
export const LibraryRow = memo(function LibraryRow({ item, onSelect, ...place }: Props) {
  const { t, i18n } = useTranslation();
  const isUnsaved = useLibrary(({ edits }) => Object.hasOwn(edits, item.id));
  return (
    <RowFrame
      elementId={toLibraryRowId(item.id)}
      place={place}
      density="comfortable"
      onSelect={() => onSelect(item.id)}
    >
      <div className={styles.row}>
        <div className={shared.rowLine}>
          <bdi className={styles.title}>{item.title}</bdi>
          {isUnsaved && <span className={styles.unsaved}>{t('library.unsaved')}</span>}
          {item.shortcut !== null && <kbd className={styles.shortcut}>/{item.shortcut}</kbd>}
        </div>
        <div className={shared.rowLine}>
          <bdi className={styles.text}>{item.text}</bdi>
        </div>
        <div className={shared.rowLine}>
          <span className={styles.folder}>{item.folder}</span>
          {item.isStale && (
            <span className={styles.stale}>
              <IconAlertTriangle aria-hidden="true" size={12} stroke={1.75} />
              {t('library.staleMark')}
            </span>
          )}
          <span className={styles.uses}>{t('library.uses', counted(item.uses, i18n.language))}</span>
        </div>
      </div>
    </RowFrame>
  );
});
