import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LabelledField } from '../../ui/LabelledField.tsx';
import { LoginForm } from './LoginForm.tsx';
import type { Connect } from './useConnect.ts';

/** The login with an access token that somebody pastes; it is never shown in the clear. */
export function TokenLogin({ connect }: { readonly connect: Connect }) {
  const { t } = useTranslation();
  const [token, setToken] = useState('');
  return (
    <LoginForm
      action={t(connect.busyBy === 'token' ? 'welcome.connecting' : 'welcome.useToken')}
      canBegin={connect.busyBy === null && token.trim() !== ''}
      onBegin={() => connect.start({ by: 'token', input: { token: token.trim() } })}
    >
      <LabelledField
        label={t('welcome.tokenField')}
        hint={t('welcome.tokenHint')}
        type="password"
        value={token}
        maxLength={4_096}
        onChange={(event) => setToken(event.target.value)}
      />
    </LoginForm>
  );
}
