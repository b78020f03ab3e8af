import { IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './NewRows.module.css';

/** The button behind which new rows wait, so that nothing moves by itself. */
export function NewRows({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles.place}>
      {count > 0 && (
        <Tooltip label={t('commands.showNew')} command="list.showNew">
          <button type="button" className={styles.button} onClick={onShow}>
            <IconArrowUp aria-hidden="true" size={13} stroke={2} />
            {t('queue.new', { count })}
          </button>
        </Tooltip>
      )}
    </div>
  );
}
