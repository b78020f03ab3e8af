import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toDollars } from '../../ui/money.ts';
import { useMonth } from '../Costs/useMonth.ts';
import styles from './Banners.module.css';

/** Says that the month comes near its cap or has used it up; not on the page that shows it anyway. */
export function CostBanner() {
  const { t, i18n } = useTranslation();
  const month = useMonth();
  const isThere = useUi((state) => state.screen === 'costs');
  const [isDismissed, setDismissed] = useState(false);
  if (!month || month.capUsd === null || month.state === 'fine' || isThere) return null;
  const spent = toDollars(month.spentUsd, i18n.language);
  const cap = toDollars(month.capUsd, i18n.language);
  const showCosts = () => {
    useUi.getState().goTo('costs');
    useUi.getState().focusOn('list');
  };
  const dismiss = () => {
    setDismissed(true);
    useUi.getState().focusOn('list');
  };
  const isStopped = month.state === 'stopped';
  if (isDismissed && !isStopped) return null;
  return (
    <div role="status" className={styles.banner} data-tone={isStopped ? 'danger' : 'due'}>
      <span>{isStopped ? t('costs.bannerStopped', { cap }) : t('costs.bannerWarned', { spent, cap })}</span>
      <Button size="small" onClick={showCosts}>
        {t('commands.goTo', { place: t('costs.title') })}
      </Button>
      {!isStopped && <IconButton label={t('frame.dismiss')} icon={<IconX size={14} />} onClick={dismiss} />}
    </div>
  );
}
