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
  readonly children: ReactNode;
}

/** The list pane beside the rail, with a resizer at its edge. */
export function ListSide({ label, width, children }: Props) {
  const { t } = useTranslation();
  return (
    <section className={styles.list} aria-label={label} style={{ width: width.value }}>
      {children}
      <Resizer label={t('frame.resizeList')} limits={paneWidths.list} grows="right" {...width} />
    </section>
  );
}
