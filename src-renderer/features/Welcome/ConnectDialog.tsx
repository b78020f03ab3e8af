import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { ConnectFailure } from './ConnectFailure.tsx';
import styles from './ConnectForm.module.css';
import { ConnectForm } from './ConnectForm.tsx';
import { useConnect } from './useConnect.ts';
import { WaitingForBrowser } from './WaitingForBrowser.tsx';

/** Connects the open workspace again: at once in the browser where the app of the last login is known. */
export function ConnectDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('frame.connectAgain')} width={560}>
      <Ways onDone={onClose} />
    </Dialog>
  );
}

/** Forgets the way that was chosen as soon as the dialog closes. */
function Ways({ onDone }: { readonly onDone: () => void }) {
  const { knowsClientId } = useShellState();
  const [isOtherWay, setOtherWay] = useState(false);
  if (!knowsClientId || isOtherWay) return <ConnectForm onDone={onDone} />;
  return <LoginAgain onDone={onDone} onOtherWay={() => setOtherWay(true)} />;
}

interface Props {
  readonly onDone: () => void;
  readonly onOtherWay: () => void;
}

/** Logs in with the app of the last login, without a further click. */
function LoginAgain({ onDone, onOtherWay }: Props) {
  const { t } = useTranslation();
  const { workspace } = useShellState();
  const connect = useConnect(onDone);
  const start = useRef(() => {});
  start.current = () => connect.start({ by: 'browser', input: {} });
  useEffect(() => {
    const timer = setTimeout(() => start.current());
    return () => clearTimeout(timer);
  }, []);
  if (connect.busyBy === 'browser') {
    return (
      <div className={styles.bare}>
        <WaitingForBrowser onCancel={connect.cancel} />
      </div>
    );
  }
  const handle = 'handle' in workspace ? toShownName(workspace.handle, 24) : '';
  return (
    <div className={`${styles.bare} ${styles.again}`}>
      {connect.failure && <ConnectFailure error={connect.failure} />}
      <p className={styles.hint}>{t('connect.againHint', { handle })}</p>
      <div className={styles.actions}>
        <Button tone="primary" onClick={() => start.current()}>
          {t('connect.again')}
        </Button>
        <Button tone="quiet" onClick={onOtherWay}>
          {t('connect.otherWay')}
        </Button>
      </div>
    </div>
  );
}
