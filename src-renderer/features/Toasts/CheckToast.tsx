import { IconAlertTriangle, IconCloudCheck, IconCloudDown } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorWhat } from '../../errors/ErrorWhat.tsx';
import { useErrorText } from '../../errors/errorText.ts';
import { useLiveError } from '../../errors/useLiveState.ts';
import { type Check, showCheck, useCheck } from '../../state/check.ts';
import { Toast } from './Toast.tsx';
import styles from './Toasts.module.css';
import { useDismissal } from './useDismissal.ts';

/** That X is being checked, and what came of it: how many new messages, nothing, or why it failed. */
export function CheckToast() {
  const check = useCheck((state) => state.check);
  return check && <CheckCard check={check} />;
}

const dismiss = () => showCheck(null);

function CheckCard({ check }: { readonly check: Check }) {
  const { t } = useTranslation();
  const toText = useErrorText();
  const [isLookedAt, setLookedAt] = useState(false);
  const isDone = check.phase === 'done';
  useDismissal(!isDone || isLookedAt, dismiss);
  // The banner says the same at that moment.
  const live = useLiveError();
  const error = isDone && check.error ? (live ?? check.error) : null;
  const Icon = error ? IconAlertTriangle : isDone ? IconCloudCheck : IconCloudDown;
  return (
    <Toast
      icon={<Icon size={16} aria-hidden="true" />}
      {...(error ? { tone: 'late' } : {})}
      words={
        <span className={styles.what}>{error ? <ErrorWhat text={toText(error)} /> : toWords(check, t)}</span>
      }
      onDismiss={dismiss}
      onAttention={setLookedAt}
    />
  );
}

function toWords(check: Check, t: TFunction): string {
  if (check.phase === 'checking') return t('check.checking');
  return check.newMessages > 0 ? t('check.found', { count: check.newMessages }) : t('check.nothing');
}
