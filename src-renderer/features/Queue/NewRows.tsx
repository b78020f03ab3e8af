import { IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommandRegistry } from '../../commands/CommandsProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './Queue.module.css';

/** The button that shows new rows, so that the list does not move by itself. */
export function NewRows() {
  const { t } = useTranslation();
  const registry = useCommandRegistry();
  const count = useUi((state) => state.waitingIds.length);
  return (
    <div role="status">
      {count > 0 && (
        <Tooltip label={t('commands.showNew')} command="list.showNew">
          <button type="button" className={styles.button} onClick={() => registry.run('list.showNew')}>
            <IconArrowUp aria-hidden="true" size={13} stroke={2} />
            {t('queue.new', { count })}
          </button>
        </Tooltip>
      )}
    </div>
  );
}
