import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { paneWidths } from '#shared/domain/paneWidths.ts';
import { useUi } from '../../state/ui.ts';
import { PersonPane } from '../Person/PersonPane.tsx';
import styles from './PersonSide.module.css';
import { Resizer } from './Resizer.tsx';
import { usePaneWidth } from './usePaneWidth.ts';
import { usePersonSide } from './usePersonSide.ts';

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
      {!isOver && (
        <Resizer label={t('frame.resizePerson')} limits={paneWidths.person} grows="left" {...width} />
      )}
    </aside>
  );
}
