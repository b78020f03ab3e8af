import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetShellSettings, useShellState } from '../../ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { PersonPane } from '../Person/PersonPane.tsx';
import styles from './PersonSide.module.css';
import { Resizer } from './Resizer.tsx';
import { usePersonSide } from './usePersonSide.ts';

/** The widths between which the person pane can be drawn, in pixels. */
const personLimits = { min: 240, max: 420, standard: 280 } as const;

/** The person beside the conversation, or over it where the window is narrow. */
export function PersonSide() {
  const { t } = useTranslation();
  const { settings } = useShellState();
  const setSettings = useSetShellSettings();
  const [moved, setMoved] = useState<number | null>(null);
  const { isShown, isOver } = usePersonSide();
  const selectedId = useDeferredValue(useUi((state) => state.selectedId));
  if (!isShown || selectedId === null) return null;
  const width = moved ?? settings.personWidth;
  return (
    <aside
      className={styles.side}
      data-over={isOver || undefined}
      style={{ width }}
      aria-label={t('frame.person')}
    >
      <PersonPane id={selectedId} />
      {!isOver && (
        <Resizer
          label={t('frame.resizePerson')}
          value={width}
          limits={personLimits}
          grows="left"
          onMove={setMoved}
          onEnd={(next) => {
            setMoved(null);
            setSettings({ personWidth: next });
          }}
        />
      )}
    </aside>
  );
}
