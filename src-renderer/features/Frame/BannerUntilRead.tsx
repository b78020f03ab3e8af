import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Frame.module.css';

interface Props {
  readonly isWarning: boolean;
  /** Ends what the banner is about. */
  readonly dismissal: 'system.dismissSalvaged' | 'system.dismissRestored';
  readonly children: ReactNode;
}

/** A banner that stays, also over restarts, until somebody says that they have read it. */
export function BannerUntilRead({ isWarning, dismissal, children }: Props) {
  const { t } = useTranslation();
  const dismiss = useEngineCommand(dismissal);
  const onRead = () => {
    useUi.getState().focusOn('list');
    void dismiss({});
  };
  return (
    <div role="status" className={styles.banner} data-tone={isWarning ? 'due' : undefined}>
      <span>{children}</span>
      <Button size="small" onClick={onRead}>
        {t('frame.gotIt')}
      </Button>
    </div>
  );
}
