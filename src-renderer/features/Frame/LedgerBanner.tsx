import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Frame.module.css';

/** Says that the record of who was erased is damaged, and what to do, at each start until the damaged file is gone. */
export function LedgerBanner() {
  const { t } = useTranslation();
  const { data } = useEngineQuery('system.info', {});
  const [isDismissed, setDismissed] = useState(false);
  if (!data?.isLedgerDamaged || isDismissed) return null;
  const onDismiss = () => {
    setDismissed(true);
    useUi.getState().focusOn('list');
  };
  return (
    <div role="status" className={styles.banner} data-tone="due">
      <span>{t('erasing.ledgerDamaged')}</span>
      <IconButton label={t('frame.dismiss')} icon={<IconX size={14} />} onClick={onDismiss} />
    </div>
  );
}
