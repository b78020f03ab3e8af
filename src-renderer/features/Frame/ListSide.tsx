import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paneWidths } from '#shared/domain/paneWidths.ts';
import styles from './Frame.module.css';
import { Resizer } from './Resizer.tsx';
import { usePaneWidth } from './usePaneWidth.ts';

/** The pane of a list beside the rail; all lists share one width, which is remembered. */
export function ListSide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const width = usePaneWidth('listWidth');
  return (
    <section className={styles.list} aria-label={label} style={{ width: width.value }}>
      {children}
      <Resizer label={t('frame.resizeList')} limits={paneWidths.list} grows="right" {...width} />
    </section>
  );
}
