import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { LabelledField } from '../../ui/LabelledField.tsx';
import styles from './ConnectForm.module.css';
import { CopyLine } from './CopyLine.tsx';
import { LoginForm } from './LoginForm.tsx';
import type { Connect } from './useConnect.ts';

/** The login in the system browser: needs the client id of an own X app, with our addresses registered there. */
export function BrowserLogin({ connect }: { readonly connect: Connect }) {
  const { t } = useTranslation();
  const { redirectUris } = useShellState();
  const [clientId, setClientId] = useState('');
  if (connect.busyBy === 'browser') {
    return (
      <div className={styles.waiting} role="status">
        <p className={styles.strong}>{t('welcome.waiting')}</p>
        <p>{t('welcome.waitingHint')}</p>
        <Button onClick={connect.cancel}>{t('frame.cancel')}</Button>
      </div>
    );
  }
  return (
    <LoginForm
      action={t('welcome.login')}
      canBegin={connect.busyBy === null && clientId.trim() !== ''}
      onBegin={() => connect.start({ by: 'browser', input: { clientId: clientId.trim() } })}
    >
      <div className={styles.field}>
        <p className={styles.hint}>{t('welcome.redirects')}</p>
        {redirectUris.map((uri) => (
          <CopyLine key={uri} text={uri} />
        ))}
      </div>
      <LabelledField
        label={t('welcome.clientId')}
        hint={t('welcome.clientIdHint')}
        value={clientId}
        maxLength={200}
        onChange={(event) => setClientId(event.target.value)}
      />
    </LoginForm>
  );
}
