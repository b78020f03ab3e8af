import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { type ReactNode, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { useOpenLink } from '../../shell/useOpenLink.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { LabelledField } from '../../ui/TextField.tsx';
import styles from './ConnectForm.module.css';
import type { Connect } from './useConnect.ts';
import { WaitingForBrowser } from './WaitingForBrowser.tsx';

const PORTAL = 'https://developer.x.com/en/portal/dashboard';

interface LoginProps {
  readonly connect: Connect;
}

/**
 * The login in the system browser. It needs the client id of the customer's own X app, with these redirect addresses.
 */
export function BrowserLogin({ connect }: LoginProps) {
  const { t } = useTranslation();
  const [clientId, setClientId] = useState('');
  if (connect.busyBy === 'browser') return <WaitingForBrowser onCancel={connect.cancel} />;
  return (
    <LoginForm
      action={t('welcome.login')}
      canBegin={connect.busyBy === null && clientId.trim() !== ''}
      onBegin={() => connect.start({ by: 'browser', input: { clientId: clientId.trim() } })}
    >
      <AppSteps />
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

/** What to do on X before the first login. */
function AppSteps() {
  const { t } = useTranslation();
  const { redirectUris } = useShellState();
  return (
    <>
      <div className={styles.field}>
        <p className={styles.hint}>{t('welcome.portalHint')}</p>
        <PortalButton />
      </div>
      <div className={styles.field}>
        <p className={styles.hint}>{t('welcome.redirects')}</p>
        <CopyLines lines={redirectUris} />
      </div>
    </>
  );
}

/** Opens the developer portal of X in the browser. */
export function PortalButton() {
  const { t } = useTranslation();
  const openLink = useOpenLink();
  return (
    <Button className={styles.portal} icon={<IconExternalLink size={15} />} onClick={() => openLink(PORTAL)}>
      {t('welcome.portal')}
    </Button>
  );
}

interface TokenLoginProps extends LoginProps {
  readonly field?: Ref<HTMLInputElement>;
}

/** The login with a pasted access token, which is never displayed. */
export function TokenLogin({ connect, field }: TokenLoginProps) {
  const { t } = useTranslation();
  const [token, setToken] = useState('');
  return (
    <LoginForm
      action={t(connect.busyBy === 'token' ? 'welcome.connecting' : 'welcome.useToken')}
      canBegin={connect.busyBy === null && token.trim() !== ''}
      onBegin={() => connect.start({ by: 'token', input: { token: token.trim() } })}
    >
      <LabelledField
        {...(field ? { ref: field } : {})}
        label={t('welcome.tokenField')}
        hint={t('welcome.tokenHint')}
        type="password"
        value={token}
        maxLength={4_096}
        onChange={(event) => setToken(event.target.value)}
      />
      {connect.busyBy === 'token' && <Button onClick={connect.cancel}>{t('frame.cancel')}</Button>}
    </LoginForm>
  );
}

interface Props {
  /** The label of the button. */
  readonly action: string;
  /** Whether the input is complete and no login is under way. */
  readonly canBegin: boolean;
  readonly onBegin: () => void;
  readonly children: ReactNode;
}

/** The fields of a login and its submit button. */
export function LoginForm({ action, canBegin, onBegin, children }: Props) {
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canBegin) onBegin();
      }}
    >
      {children}
      <Button type="submit" tone="primary" size="large" disabled={!canBegin}>
        {action}
      </Button>
    </form>
  );
}

/** Lines of text with one button that copies them all, which says where copying failed. */
function CopyLines({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <div className={styles.lines}>
        <code className={styles.text}>{lines.join('\n')}</code>
        <Button
          size="small"
          icon={isCopied ? <IconCheck size={15} /> : <IconCopy size={15} />}
          onClick={async () => setCopied(await copyText(lines.join('\n')))}
        >
          {isCopied ? t('frame.copied') : t('connect.copyAll')}
        </Button>
      </div>
      {isCopied === false && (
        <p role="alert" className={styles.notCopied}>
          {t('frame.notCopied')}
        </p>
      )}
    </>
  );
}
