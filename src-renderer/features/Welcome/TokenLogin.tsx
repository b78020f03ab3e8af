import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { LabelledField } from '../../ui/LabelledField.tsx';
import styles from './ConnectForm.module.css';
import type { Connect } from './useConnect.ts';

/** The login with an access token that somebody pastes; it is never shown in the clear. */
export function TokenLogin({ connect }: { readonly connect: Connect }) {
  const { t } = useTranslation();
  const [token, setToken] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() !== '') connect.start({ by: 'token', input: { token: token.trim() } });
      }}
    >
      <LabelledField
        label={t('welcome.tokenField')}
        hint={t('welcome.tokenHint')}
        type="password"
        value={token}
        maxLength={4_096}
        onChange={(event) => setToken(event.target.value)}
      />
      <Button
        type="submit"
        tone="primary"
        size="large"
        disabled={connect.busyBy !== null || token.trim() === ''}
      >
        {connect.busyBy === 'token' ? t('welcome.connecting') : t('welcome.useToken')}
      </Button>
    </form>
  );
}
