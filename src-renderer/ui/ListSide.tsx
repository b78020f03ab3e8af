import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paneWidths } from '#shared/domain/paneWidths.ts';
import styles from './ListSide.module.css';
import { Resizer } from './Resizer.tsx';

interface Props {
  readonly label: string;
  readonly width: {
    /** In pixels. */
    readonly value: number;
    readonly onMove: (width: number) => void;
    readonly onEnd: (width: number) => void;
  };
  /** beside: next to another pane. alone: fills the place that it shares with another pane. behind: as alone, unseen. */
  readonly place?: 'beside' | 'alone' | 'behind';
  readonly onFocus?: () => void;
  readonly children: ReactNode;
}

/** The list pane beside the rail, with a resizer at its edge. */
export function ListSide({ label, width, place = 'beside', onFocus, children }: Props) {
  const { t } = useTranslation();
  const isBeside = place === 'beside';
  return (
    <section
      className={styles.list}
      aria-label={label}
      style={isBeside ? { width: width.value } : undefined}
      data-place={place}
      onFocus={onFocus}
    >
      {children}
      {isBeside && (
        <Resizer label={t('frame.resizeList')} limits={paneWidths.list} grows="right" {...width} />
      )}
    </section>
  );
}
