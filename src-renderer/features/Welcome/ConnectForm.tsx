import { Tabs } from '@base-ui/react/tabs';
import { useTranslation } from 'react-i18next';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ConnectFailure } from './ConnectFailure.tsx';
import styles from './ConnectForm.module.css';
import { BrowserLogin, TokenLogin } from './LoginForms.tsx';
import { type Connect, useConnect } from './useConnect.ts';

interface Props {
  readonly isNew?: boolean;
  /** Called after a success. */
  readonly onDone?: () => void;
}

/** Connects an X account by a login in the browser or with a pasted token; for a new one it says what that costs. */
export function ConnectForm({ isNew = false, onDone }: Props) {
  const { t } = useTranslation();
  const { secretStorage } = useShellState();
  const connect = useConnect(onDone);
  return (
    <section className={isNew ? styles.card : styles.bare} aria-label={t('welcome.connect')}>
      {connect.failure && <ConnectFailure error={connect.failure} />}
      <Tabs.Root defaultValue="browser">
        <Tabs.List className={styles.tabs} aria-label={t('welcome.connect')}>
          <Tabs.Tab value="browser" className={styles.tab}>
            {t('welcome.browser')}
          </Tabs.Tab>
          <Tabs.Tab value="token" className={styles.tab}>
            {t('welcome.token')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="browser">
          <BrowserLogin connect={connect} />
        </Tabs.Panel>
        <Tabs.Panel value="token">
          <TokenLogin connect={connect} />
        </Tabs.Panel>
      </Tabs.Root>
      {isNew && <p className={styles.storage}>{t('welcome.price')}</p>}
      <p className={styles.storage}>{t(`welcome.storage.${secretStorage}`)}</p>
      <ConsentDialog connect={connect} />
    </section>
  );
}

/** Asks whether the login may be stored although the system has no password store. */
export function ConsentDialog({ connect }: { readonly connect: Connect }) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={connect.needsConsent}
      onClose={connect.refuse}
      title={t('welcome.consentTitle')}
      width={560}
    >
      <div className={styles.consent}>
        <p>{t('welcome.consent')}</p>
        <div className={styles.actions}>
          <Button tone="quiet" onClick={connect.refuse}>
            {t('welcome.consentNo')}
          </Button>
          <Button onClick={() => connect.choose({ memoryOnly: true })}>{t('welcome.consentForget')}</Button>
          <Button tone="primary" onClick={() => connect.choose({ plainTextConsent: true })}>
            {t('welcome.consentYes')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
