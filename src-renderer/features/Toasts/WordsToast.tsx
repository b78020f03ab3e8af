import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Toast } from './Toast.tsx';
import styles from './Toasts.module.css';
import { useDismissal } from './useDismissal.ts';

interface Props {
  readonly words: string;
  readonly onDismiss: () => void;
  /** Called after a while; the same function as long as the toast is. */
  readonly onExpire: () => void;
  /** True for what the agent did, which a button undoes. */
  readonly isDone?: boolean;
  readonly children?: ReactNode;
}

/** What became of an action, in words alone. */
export function WordsToast({ words, onDismiss, onExpire, isDone = false, children }: Props) {
  const [isLookedAt, setLookedAt] = useState(false);
  useDismissal(isLookedAt, onExpire);
  const Icon = isDone ? IconCheck : IconInfoCircle;
  return (
    <Toast
      icon={<Icon size={16} aria-hidden="true" />}
      words={<span className={styles.sentence}>{words}</span>}
      onDismiss={onDismiss}
      onAttention={setLookedAt}
    >
      {children}
    </Toast>
  );
}
