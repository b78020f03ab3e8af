import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaneWidth } from '../../shell/usePaneWidth.ts';
import { usePersonSide } from '../../shell/usePersonSide.ts';
import { useUi } from '../../state/ui.ts';
import { Resizer } from '../../ui/Resizer.tsx';
import { PersonPane } from '../Person/PersonPane.tsx';
import styles from './PersonSide.module.css';

/** The widths between which the person pane can be drawn, in pixels. */
const personLimits = { min: 240, max: 420, standard: 280 } as const;

/** The person beside the conversation, or over it where the window is narrow. */
export function PersonSide() {
  const { t } = useTranslation();
  const width = usePaneWidth('personWidth');
  const { isShown, isOver } = usePersonSide();
  const selectedId = useDeferredValue(useUi((state) => state.selectedId));
  if (!isShown || selectedId === null) return null;
  return (
    <aside
      className={styles.side}
      data-over={isOver || undefined}
      style={{ width: width.value }}
      aria-label={t('frame.person')}
    >
      <PersonPane id={selectedId} />
      {!isOver && <Resizer label={t('frame.resizePerson')} limits={personLimits} grows="left" {...width} />}
    </aside>
  );
}
