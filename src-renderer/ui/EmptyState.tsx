import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { KeyedText } from './Kbd.tsx';

interface Props {
  readonly icon?: ReactNode;
  readonly title: string;
  /** A sentence; see `KeyedText`. */
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** Shown in an empty list or screen: what that means, and the next key to press. */
export function EmptyState({ icon, title, hint, children }: Props) {
  return (
    <div className={styles.empty}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <h2 className={styles.title}>{title}</h2>
      {hint && (
        <p className={styles.hint}>
          <KeyedText text={hint} />
        </p>
      )}
      {children}
    </div>
  );
}
