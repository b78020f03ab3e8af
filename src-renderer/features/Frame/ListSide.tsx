import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetShellSettings, useShellState } from '../../ShellProvider.tsx';
import styles from './Frame.module.css';
import { Resizer } from './Resizer.tsx';

/** The widths between which the list can be drawn, in pixels. */
const listLimits = { min: 280, max: 560, standard: 340 } as const;

/** The pane of a list beside the rail; all lists share one width, which is remembered. */
export function ListSide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { settings } = useShellState();
  const setSettings = useSetShellSettings();
  const [moved, setMoved] = useState<number | null>(null);
  const width = moved ?? settings.listWidth;
  return (
    <section className={styles.list} aria-label={label} style={{ width }}>
      {children}
      <Resizer
        label={t('frame.resizeList')}
        value={width}
        limits={listLimits}
        grows="right"
        onMove={setMoved}
        onEnd={(next) => {
          setMoved(null);
          setSettings({ listWidth: next });
        }}
      />
    </section>
  );
}
