import { type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { ConnectFailure } from './ConnectFailure.tsx';
import styles from './ConnectForm.module.css';
import { ConnectForm } from './ConnectForm.tsx';
import { PortalButton, TokenLogin } from './LoginForms.tsx';
import { useConnect } from './useConnect.ts';
import { WaitingForBrowser } from './WaitingForBrowser.tsx';

/**
 * Connects the open workspace again, in the way of its last login: at once in the browser, or with a new token. Where that is not
 * known, it is the whole guide.
 */
export function ConnectDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const { lastLogin } = useShellState();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('frame.connectAgain')}
      width={560}
      {...(lastLogin === 'token' ? { initialFocus: field } : {})}
    >
      <Ways onDone={onClose} field={field} />
    </Dialog>
  );
}

/** Forgets the way that was chosen as soon as the dialog closes. */
function Ways({ onDone, field }: Pick<Props, 'onDone'> & { readonly field: Ref<HTMLInputElement> }) {
  const { lastLogin } = useShellState();
  const [isOtherWay, setOtherWay] = useState(false);
  if (!lastLogin || isOtherWay) return <ConnectForm onDone={onDone} />;
  const props = { onDone, onOtherWay: () => setOtherWay(true) };
  return lastLogin === 'token' ? <TokenAgain {...props} field={field} /> : <LoginAgain {...props} />;
}

interface Props {
  readonly onDone: () => void;
  readonly onOtherWay: () => void;
}

/** Takes a new token in place of the last one, and says where it is. */
function TokenAgain({ onDone, onOtherWay, field }: Props & { readonly field: Ref<HTMLInputElement> }) {
  const { t } = useTranslation();
  const { workspace } = useShellState();
  const connect = useConnect(onDone);
  const handle = 'handle' in workspace ? toShownName(workspace.handle, 24) : '';
  return (
    <div className={`${styles.bare} ${styles.tokenAgain}`}>
      {connect.failure && <ConnectFailure error={connect.failure} />}
      <p className={styles.hint}>{t('connect.tokenAgainHint', { handle })}</p>
      <PortalButton />
      <TokenLogin connect={connect} field={field} />
      <Button tone="quiet" onClick={onOtherWay}>
        {t('connect.otherWay')}
      </Button>
    </div>
  );
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
