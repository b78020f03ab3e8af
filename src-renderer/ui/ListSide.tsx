import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../features/Frame/Frame.module.css';
import { usePaneWidth } from '../shell/usePaneWidth.ts';
import { Resizer } from './Resizer.tsx';

/** The widths between which the list can be drawn, in pixels. */
const listLimits = { min: 280, max: 560, standard: 340 } as const;

/** The pane of a list beside the rail; all lists share one width, which is remembered. */
export function ListSide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const width = usePaneWidth('listWidth');
  return (
    <section className={styles.list} aria-label={label} style={{ width: width.value }}>
      {children}
      <Resizer label={t('frame.resizeList')} limits={listLimits} grows="right" {...width} />
    </section>
  );
}
