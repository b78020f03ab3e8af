import { Tabs } from '@base-ui/react/tabs';
import { useTranslation } from 'react-i18next';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './ConnectForm.module.css';
import { BrowserLogin, TokenLogin } from './LoginForms.tsx';
import { useConnect } from './useConnect.ts';

/** Connects an X account by a login in the browser or with a pasted token; for a new one it says what that costs. */
export function ConnectForm({ isNew = false }: { readonly isNew?: boolean }) {
  const { t } = useTranslation();
  const { secretStorage } = useShellState();
  const connect = useConnect();
  return (
    <section className={styles.card} aria-label={t('welcome.connect')}>
      {connect.failure && <FailureCard error={connect.failure} />}
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

/** Asks whether the login may be stored although the system has no keyring. */
function ConsentDialog({ connect }: { readonly connect: ReturnType<typeof useConnect> }) {
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
          <Button onClick={connect.forgetLater}>{t('welcome.consentForget')}</Button>
          <Button tone="primary" onClick={connect.agree}>
            {t('welcome.consentYes')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Connects the open workspace again. */
export function ConnectDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('frame.connectAgain')} width={560}>
      <ConnectForm />
    </Dialog>
  );
}
