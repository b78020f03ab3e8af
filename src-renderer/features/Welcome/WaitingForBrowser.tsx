import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from './ConnectForm.module.css';

/** What to look at, in the order in which it mostly goes wrong. */
const checks = ['clientId', 'callbacks', 'native', 'permissions', 'credits'] as const;

/** What can be done while the browser waits for the person: open it again, copy its address, find an error of X, cancel. */
export function WaitingForBrowser({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.waiting}>
      <p role="status" className={styles.strong}>
        {t('welcome.waiting')}
      </p>
      <p>{t('welcome.waitingHint')}</p>
      <p className={styles.hint}>{t('connect.wrongAccountHint')}</p>
      <Ways onCancel={onCancel} />
      <div className={styles.checks}>
        <Disclosure label={t('connect.xShowsError')}>
          <ul>
            {checks.map((check) => (
              <li key={check}>{t(`connect.checks.${check}`)}</li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </div>
  );
}

function Ways({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const { openAgain, copyLink, isCopied } = useLoginLink();
  return (
    <>
      <div className={styles.waitingActions}>
        <Button icon={<IconExternalLink size={15} />} onClick={() => void openAgain()}>
          {t('connect.openAgain')}
        </Button>
        <Button
          icon={isCopied ? <IconCheck size={15} /> : <IconCopy size={15} />}
          onClick={() => void copyLink()}
        >
          {isCopied ? t('frame.copied') : t('connect.copyLink')}
        </Button>
        <Button onClick={onCancel}>{t('frame.cancel')}</Button>
      </div>
      {isCopied === false && (
        <p role="alert" className={styles.notCopied}>
          {t('connect.linkNotCopied')}
        </p>
      )}
    </>
  );
}

function useLoginLink() {
  const shell = useShell();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const openAgain = async () => {
    const result = await shell.call('workspace.loginLink', { open: true });
    if (!result.ok) useUi.getState().notify(result.error);
  };
  const copyLink = async () => {
    const result = await shell.call('workspace.loginLink', { open: false });
    const url = result.ok ? result.value.url : null;
    setCopied(url !== null && (await copyText(url)));
  };
  return { openAgain, copyLink, isCopied };
}
